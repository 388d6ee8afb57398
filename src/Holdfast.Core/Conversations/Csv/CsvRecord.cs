namespace Holdfast.Conversations.Csv;

/// <summary>One record of a file of comma-separated values.</summary>
/// <param name="fields">The fields, quotes taken off.</param>
/// <param name="place">Where the record lies.</param>
/// <param name="isBroken">True when its quotes do not match, or it was too long to be kept whole.</param>
internal readonly struct CsvRecord(IReadOnlyList<string> fields, RecordPlace place, bool isBroken)
{
    internal RecordPlace Place => place;

    internal bool IsBroken => isBroken;

    internal int Count => fields.Count;

    /// <summary>A field, or an empty string where the record has fewer.</summary>
    internal string this[int index] => index >= 0 && index < fields.Count ? fields[index] : "";
}
