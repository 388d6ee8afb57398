namespace Holdfast.Findings.Identifiers;

/// <summary>
/// Zelle has no names of its own: an account is a telephone number or an e-mail address. One that follows the word is
/// taken for such. Runs last, over what the others found.
/// </summary>
internal sealed class ZelleAccounts : IIdentifierRecogniser
{
    private static readonly CueWords Cue = new("zelle");

    /// <inheritdoc/>
    public void Find(IdentifierSearch search)
    {
        for (var i = search.Candidates.Count - 1; i >= 0; i--)
        {
            var found = search.Candidates[i];
            if (found.Kind is IdentifierKind.Phone or IdentifierKind.Email &&
                (Cue.IsIn(search.Text.Before(found.Start, 60)) || Cue.IsIn(search.Text.After(found.End, 12))))
            {
                search.Add(IdentifierKind.Zelle, found.Start, found.End, found.Value, Rank.Account);
            }
        }
    }
}
