namespace Holdfast.Findings.Identifiers;

/// <summary>Finds links and bare names of web sites, and reads those that lead to an account (<see cref="AccountLinks"/>).</summary>
internal sealed class Links : IIdentifierRecogniser
{
    private const int LongestUserInfo = 100;

    /// <summary>True for what may stand in a host name as it is written in a chat.</summary>
    public static bool IsHost(char c) =>
        char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' || LookAlikes.IsImitatingScript(c) || c is >= '\u00C0' and <= '\u024F';

    /// <inheritdoc/>
    public void Find(IdentifierSearch search)
    {
        var text = search.Text;
        var done = 0;
        for (var dot = text.IndexOf('.', StringComparison.Ordinal); dot >= 0; dot = done < text.Length ? text.IndexOf('.', done) : -1)
        {
            var start = dot;
            while (start > done && IsHost(text[start - 1]))
                start--;
            var end = dot + 1;
            while (end < text.Length && IsHost(text[end]))
                end++;
            done = end;
            while (start < end && text[start] is '.' or '-')
                start++;
            while (end > start && text[end - 1] is '.' or '-' or '_')
                end--;
            if (end - start is > 3 and <= WebAddress.LongestHost)
                done = Math.Max(done, Read(search, start, end));
        }
    }

    // Returns the end of what was read, or 0.
    private static int Read(IdentifierSearch search, int host, int hostEnd)
    {
        var text = search.Text;
        var start = SchemeStart(text, host);
        var hasScheme = start < host;
        if (!hasScheme && host > 0 && text[host - 1] is '@' or '/' or '\\' or '$' or '#')
            return 0;
        if (hostEnd < text.Length && text[hostEnd] == '@')
            return 0;
        var end = RestEnd(text, hostEnd);
        if (!WebAddress.TryParse(text[start..end], out var address))
            return 0;
        if (AccountLinks.TryRead(address, out var account))
        {
            search.Add(account.Kind, start, end, account.Value, Rank.Account, account.Platform);
            return end;
        }

        if (!hasScheme && !IsPlainly(address))
            return 0;
        search.Add(IdentifierKind.Url, start, end, address.Text, hasScheme ? Rank.Link : Rank.BareLink);
        return end;
    }

    private static bool IsPlainly(in WebAddress address)
    {
        if (address.RegistrableDomain is not { } domain)
            return false;
        var suffix = domain.AsSpan(domain.IndexOf('.', StringComparison.Ordinal) + 1);
        var label = domain.Length - suffix.Length - 1;
        return label >= 2 && (CommonTops.Contains(suffix) || suffix.Contains('.') || address.Rest.Length > 1 ||
            address.Host.StartsWith("www.", StringComparison.Ordinal) || (label >= 6 && suffix is "it" or "de" or "es" or "ch"));
    }

    private static int SchemeStart(string text, int host)
    {
        var mark = host;
        if (host > 0 && text[host - 1] == '@')
        {
            // https://somebody@example.com: what stands before the sign is not the host.
            var before = text.Before(host, LongestUserInfo);
            var slashes = before.LastIndexOf("://", StringComparison.Ordinal);
            if (slashes < 0 || before[(slashes + 3)..].ContainsAny(" \n\t/?#"))
                return host;
            mark = host - before.Length + slashes + 3;
        }

        var upTo = text.Before(mark, 8);
        foreach (var scheme in (ReadOnlySpan<string>)["https://", "http://"])
        {
            if (upTo.EndsWith(scheme, StringComparison.OrdinalIgnoreCase))
                return mark - scheme.Length;
        }

        return host;
    }

    private static int RestEnd(string text, int hostEnd)
    {
        var end = hostEnd;
        if (end + 1 < text.Length && text[end] == ':' && char.IsAsciiDigit(text[end + 1]))
        {
            end++;
            while (end < text.Length && end - hostEnd <= 5 && char.IsAsciiDigit(text[end]))
                end++;
        }

        if (end == text.Length || text[end] is not ('/' or '?' or '#'))
            return end;
        var limit = Math.Min(text.Length, hostEnd + WebAddress.Longest - 300);
        while (end < limit && IsRest(text[end]))
            end++;
        // A bracket that was opened inside belongs to the link.
        var link = text.AsSpan(hostEnd, end - hostEnd);
        var open = link.Count(')') - link.Count('(');
        while (end > hostEnd && EndsSentence(text[end - 1]))
        {
            if (text[end - 1] == ')' && open-- <= 0)
                break;
            end--;
        }

        return end;
    }

    private static bool IsRest(char c) =>
        !char.IsWhiteSpace(c) && !char.IsControl(c) && c is not ('<' or '>' or '"' or '|' or '`' or '{' or '}');

    private static bool EndsSentence(char c) =>
        c is '.' or ',' or ';' or ':' or '!' or '?' or '\'' or ')' or ']' or '*' or '\u2019' or '\u201D';
}
