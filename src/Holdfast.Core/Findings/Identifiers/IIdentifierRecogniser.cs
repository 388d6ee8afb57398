namespace Holdfast.Findings.Identifiers;

/// <summary>
/// Finds identifiers of one sort in one text. Work must be linear in the length of the text for any text whatever, and
/// a recogniser must leave early when its trigger is missing.
/// </summary>
internal interface IIdentifierRecogniser
{
    /// <summary>Adds what it finds to the search.</summary>
    void Find(IdentifierSearch search);
}
