namespace Holdfast.Findings.Identifiers;

/// <summary>
/// The name of an account on a platform, without its at sign. The platforms' own rules differ and change; this is what
/// they have in common: ASCII letters, digits, dot, underscore and hyphen, two to forty characters, in lower case
/// because none of them tells capitals apart.
/// </summary>
internal readonly record struct AccountName
{
    /// <summary>Longest name that is read.</summary>
    public const int Longest = 40;

    private readonly string? _text;

    private AccountName(string text) => _text = text;

    /// <summary>The name in lower case.</summary>
    public string Text => _text ?? "";

    /// <summary>Reads a name with or without its at sign.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out AccountName name)
    {
        name = default;
        text = text.TrimStart('@').TrimEnd('.');
        if (text.Length is < 2 or > Longest || text[0] == '.')
            return false;
        var any = false;
        foreach (var c in text)
        {
            if (!IsPart(c))
                return false;
            any |= char.IsAsciiLetterOrDigit(c);
        }

        if (!any || text.IndexOf("..", StringComparison.Ordinal) >= 0)
            return false;
        name = new AccountName(text.ToString().ToLowerInvariant());
        return true;
    }

    /// <summary>True for what may stand in a name.</summary>
    public static bool IsPart(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-';

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => "account name";
}
