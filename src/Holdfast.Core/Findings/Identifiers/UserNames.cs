namespace Holdfast.Findings.Identifiers;

/// <summary>
/// Finds names of accounts that the words around them show to be such: "my insta is @x", "snap: x", "aggiungimi su
/// telegram x", "@x on tiktok", "x#1234". A name alone, or a plain word after the name of a platform, stays silent.
/// </summary>
internal sealed class UserNames : IIdentifierRecogniser
{
    private const int CueWindow = 48;
    private const int MostFillers = 6;

    private static readonly CueWords Contact = new(
        "contact me", "text me", "add me", "dm me", "message me", "msg me", "write me", "write to me", "find me", "reach me", "follow me",
        "hit me up", "hmu", "username", "user name", "my account", "scrivimi", "contattami", "aggiungimi", "cercami", "trovami", "seguimi");

    private static readonly CueWords Invitation = new(
        "add", "aggiungimi", "aggiungi", "scrivimi", "contattami", "cercami", "trovami", "seguimi", "text me", "message me", "dm me", "find me",
        "follow me", "hmu", "hit me up", "contact me");

    private static readonly CueWords Fillers = new(
        "is", "it's", "its", "\u00E8", "e'", "my", "mine", "il", "mio", "la", "mia", "me", "mi", "as", "at", "come", "sono", "called", "under",
        "con", "nome", "the", "handle", "username", "user", "name", "id", "account", "tag", "nick", "nickname", "chiama", "trovi", "here");

    private static readonly CueWords Naming = new("handle", "username", "user", "id", "tag", "nick", "nickname");

    private static readonly CueWords Linking = new("on", "su", "in", "via", "my", "il", "mio", "is");

    /// <inheritdoc/>
    public void Find(IdentifierSearch search)
    {
        var text = search.Text;
        for (var at = text.IndexOf('@', StringComparison.Ordinal); at >= 0; at = text.IndexOf('@', at + 1))
            ReadMention(search, at);
        for (var from = 0; Platforms.Cues.TryFindNext(text, from, out var start, out var end, out var cue); from = end)
            ReadAfterCue(search, start, end, Platforms.Of(cue));
        for (var hash = text.IndexOf('#', StringComparison.Ordinal); hash >= 0; hash = text.IndexOf('#', hash + 1))
            ReadTagged(search, hash);
    }

    private static void ReadMention(IdentifierSearch search, int at)
    {
        var text = search.Text;
        if (at > 0 && (char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '.' or '_' or '-' or '/' or '@'))
            return;
        var end = NameEnd(text, at + 1);
        if (end - at < 3 || !AccountName.TryParse(text.AsSpan(at, end - at), out var name) || !HasLetter(name.Text))
            return;
        var before = text.Before(at, CueWindow);
        if (Platforms.Cues.TryFindLast(before, out _, out var cue) || TryPlatformAfter(text, end, out cue))
            Add(search, at, end, name.Text, Platforms.Of(cue));
        else if (Contact.IsIn(before))
            Add(search, at, end, name.Text, new Platform(null, IdentifierKind.UserName));
    }

    // "@x on insta", "@x (snap)"
    private static bool TryPlatformAfter(string text, int end, out int cue)
    {
        cue = -1;
        var after = text.After(end, CueWindow);
        var at = 0;
        for (var i = 0; i < 3; i++)
        {
            while (at < after.Length && after[at] is ' ' or '(')
                at++;
            if (Platforms.Cues.TryMatch(after, at, out _, out cue))
                return true;
            if (!Linking.TryMatch(after, at, out at, out _))
                return false;
        }

        return false;
    }

    private static void ReadAfterCue(IdentifierSearch search, int cueStart, int cueEnd, Platform platform)
    {
        var text = search.Text;
        var (at, isNamed) = SkipFillers(text, cueEnd);
        isNamed |= text[cueEnd - 1] is ':' or '=';
        if (at == cueEnd && char.IsLetterOrDigit(text[cueEnd - 1]))
            return;
        var end = NameEnd(text, at);
        if (end - at < 3 || (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '@' or '/' or '\'' or '\u2019')))
            return;
        if (!AccountName.TryParse(text.AsSpan(at, end - at), out var name) || !HasLetter(name.Text) || OrdinaryWords.Contain(name.Text))
            return;
        var invited = Invitation.IsIn(text.Before(cueStart, 24));
        var plain = !name.Text.AsSpan().ContainsAny("_0123456789");
        var accepted = plain
            ? (isNamed && end - at >= 3) || (invited && end - at >= 5 && EndsClause(text, end) && !name.Text.Contains('.', StringComparison.Ordinal))
            : char.IsAsciiLetter(text[at]) && end - at >= 4;
        if (accepted)
            Add(search, at, end, name.Text, platform);
    }

    private static (int At, bool IsNamed) SkipFillers(string text, int at)
    {
        var isNamed = false;
        for (var i = 0; i < MostFillers; i++)
        {
            var spaces = 0;
            while (at < text.Length && spaces++ < 4 && text[at] is ' ' or ':' or '=' or '-' or '>' or '(' or '"' or '\u2192' or '\u201C')
                isNamed |= text[at++] is ':' or '=' or '\u2192';

            // A filler is a whole word; "id_12" is a name.
            if (!Fillers.TryMatch(text.AsSpan(), at, out var end, out _) || (end < text.Length && AccountName.IsPart(text[end])))
                break;
            isNamed |= Naming.TryMatch(text.AsSpan(), at, out _, out _);
            at = end;
        }

        return (at, isNamed);
    }

    private static void ReadTagged(IdentifierSearch search, int hash)
    {
        // The old form of Discord names: four digits after the sign.
        var text = search.Text;
        var digits = text.After(hash + 1, 5);
        if (digits.Length < 4 || digits[..4].ContainsAnyExceptInRange('0', '9') || (digits.Length > 4 && char.IsLetterOrDigit(digits[4])))
            return;
        var start = hash;
        while (start > 0 && hash - start < 32 && AccountName.IsPart(text[start - 1]))
            start--;
        if (hash - start >= 2 && text.StartsWordAt(start) && AccountName.TryParse(text.AsSpan(start, hash - start), out var name) && HasLetter(name.Text))
        {
            search.Add(
                IdentifierKind.UserName, start, hash + 5, name.Text + "#" + digits[..4].ToString(), Rank.Cued, "discord");
        }
    }

    private static void Add(IdentifierSearch search, int start, int end, string name, Platform platform) =>
        search.Add(platform.Kind, start, end, AccountLinks.PaymentName(platform.Kind, name), Rank.Cued, platform.Name);

    private static int NameEnd(string text, int at)
    {
        var end = at;
        while (end < text.Length && end - at <= AccountName.Longest && AccountName.IsPart(text[end]))
            end++;
        while (end > at && text[end - 1] is '.' or '-')
            end--;
        return end;
    }

    private static bool EndsClause(string text, int end) => end >= text.Length || text[end] is '.' or ',' or '!' or '\n' or ')' or ';';

    private static bool HasLetter(ReadOnlySpan<char> name) => name.ContainsAnyInRange('a', 'z');
}
