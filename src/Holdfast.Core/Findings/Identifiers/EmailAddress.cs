namespace Holdfast.Findings.Identifiers;

/// <summary>
/// An e-mail address: a dot-atom local part (RFC 5322 section 3.2.3, at most 64 octets by RFC 5321 section 4.5.3.1.1) at a
/// host name whose top-level domain exists. Quoted local parts and address literals are not read: nobody gives those in
/// a chat.
/// </summary>
internal readonly record struct EmailAddress
{
    /// <summary>Longest local part, by RFC 5321.</summary>
    public const int LongestLocalPart = 64;

    private readonly string? _text;

    private EmailAddress(string text) => _text = text;

    /// <summary>The address in lower case, look-alike letters folded.</summary>
    public string Text => _text ?? "";

    /// <summary>Reads <c>local@host</c>.</summary>
    public static bool TryParse(string text, out EmailAddress address)
    {
        address = default;
        var at = text.IndexOf('@', StringComparison.Ordinal);
        if (at is < 1 or > LongestLocalPart || text.Length > 254)
            return false;
        var folded = LookAlikes.Fold(text).ToLowerInvariant();
        var local = folded.AsSpan(0, at);
        if (local[0] == '.' || local[^1] == '.' || local.IndexOf("..", StringComparison.Ordinal) >= 0)
            return false;
        foreach (var c in local)
        {
            if (!IsLocalPart(c))
                return false;
        }

        var host = folded[(at + 1)..];
        if (!WebAddress.IsHostName(host) || !PublicSuffixes.Instance.HasKnownTop(host))
            return false;
        address = new EmailAddress(folded);
        return true;
    }

    /// <summary>True for what may stand in a local part.</summary>
    public static bool IsLocalPart(char c) =>
        char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' or '+' or '%' or '\'' or '=' or '~' or '!' or '#' or '&' or '*' ||
        (c >= 0x80 && char.IsLetter(c) && c < '\u0590');

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => "e-mail address";
}
