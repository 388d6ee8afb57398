using Holdfast.Findings.Identifiers;

namespace Holdfast.Findings.Repair;

/// <summary>A kind of address that a misread word can have been.</summary>
/// <param name="Prefix">How it begins.</param>
/// <param name="Letters">The alphabet of the rest.</param>
/// <param name="Bits">
/// The bits of its checksum; 0 when the capitals are the checksum, one bit for each letter (ERC-55).
/// </param>
/// <param name="IsValid">Whether the checksum of a whole address holds.</param>
internal sealed record WalletKind(string Prefix, string Letters, int Bits, WalletKind.Check IsValid)
{
    /// <summary>Checks a whole address.</summary>
    internal delegate bool Check(ReadOnlySpan<char> text);

    private const string Hex = "0123456789abcdefABCDEF";

    /// <summary>Segregated witness addresses have small letters only, and a checksum that errors add up in.</summary>
    internal bool IsBech32 => Bits == 30;

    /// <summary>Whether an address of this kind can have so many letters.</summary>
    internal bool MayHave(int length) => Prefix switch
    {
        "bc1" => length is 42 or 62,
        "ltc1" => length is 43 or 63,
        "0x" => length == 42,
        "T" => length == 34,
        _ => length is >= 26 and <= 35,
    };

    /// <summary>
    /// The most combinations that may be tried, so that one which holds by chance is out of the question: one in some
    /// thousand unreadable addresses, less where the checksum is long.
    /// </summary>
    /// <param name="letters">Letters among the digits.</param>
    internal int MostTries(int letters) => Bits switch
    {
        0 => 1 << Math.Clamp(letters - 8, 0, 12),
        30 => 1 << 17,
        _ => 12_000,
    };

    /// <summary>What the first letters allow; they are read wrongly as easily as the rest.</summary>
    internal static IEnumerable<WalletKind> Of(string read)
    {
        var head = string.Concat(read.Take(4).Select(c => c is 'l' or 'I' or 'i' ? '1' : c is 'O' or 'o' or 'Q' ? '0' : char.ToLowerInvariant(c)));
        if (head.Length > 2 && head[0] is 'b' or '6' or 'h' && head[1] is 'c' or 'e' && head[2] is '1')
            yield return new WalletKind("bc1", Bech32.Letters, 30, text => BitcoinAddress.TryParse(text, out _));
        if (head.Length > 3 && head[1..] == "tc1" && head[0] == '1')
            yield return new WalletKind("ltc1", Bech32.Letters, 30, text => LitecoinAddress.TryParse(text, out _));
        if (head.StartsWith("0x", StringComparison.Ordinal))
            yield return new WalletKind("0x", Hex, 0, text => EthereumAddress.TryParse(text, out _) && text[2..].ContainsAnyInRange('a', 'f') && text[2..].ContainsAnyInRange('A', 'F'));
        if (head[0] is '1' or '3' || read[0] is 'L')
            yield return new WalletKind(head[0] == '3' ? "3" : "1", Base58.Alphabet, 32, text => BitcoinAddress.TryParse(text, out _));
        if (head[0] == 't')
            yield return new WalletKind("T", Base58.Alphabet, 32, text => TronAddress.TryParse(text, out _));
        if (read[0] is 'L' or 'M')
            yield return new WalletKind(read[..1], Base58.Alphabet, 32, text => LitecoinAddress.TryParse(text, out _));
    }
}
