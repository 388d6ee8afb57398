namespace Holdfast.Findings.Identifiers;

/// <summary>
/// A British bank account: sort code of six digits and account number of eight (the form that Vocalink's "Validating
/// Account Numbers" describes). Its modulus check needs tables that change every few weeks, so it is not made.
/// </summary>
internal readonly record struct SortCodeAccount
{
    private readonly string? _text;

    private SortCodeAccount(string text) => _text = text;

    /// <summary>As <c>12-34-56 12345678</c>.</summary>
    public string Text => _text ?? "";

    /// <summary>Takes the digits of both parts.</summary>
    public static bool TryParse(ReadOnlySpan<char> sortCode, ReadOnlySpan<char> account, out SortCodeAccount result)
    {
        result = default;
        if (sortCode.Length != 6 || account.Length != 8 ||
            sortCode.ContainsAnyExceptInRange('0', '9') || account.ContainsAnyExceptInRange('0', '9') ||
            !account.ContainsAnyExcept('0'))
        {
            return false;
        }

        result = new SortCodeAccount($"{sortCode[..2]}-{sortCode[2..4]}-{sortCode[4..]} {account}");
        return true;
    }

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => "sort code and account";
}
