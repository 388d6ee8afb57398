using Holdfast.Findings.Identifiers;

namespace Holdfast.Findings.Repair;

/// <summary>
/// Repairs one address of a crypto-currency. Their checksums have 30 bits and more, so that a combination that holds by
/// chance is out of the question for the few thousand that are tried.
/// </summary>
internal static class WalletRepair
{
    private const int MostSwaps = 3;
    private const int MostTries = 20_000;
    private const string Base58Letters = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private const string Bech32Letters = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private const string HexLetters = "0123456789abcdefABCDEF";

    private delegate bool Check(ReadOnlySpan<char> text);

    /// <summary>True when the letters are an address whose checksum holds (or cannot be told).</summary>
    internal static bool IsValid(ReadOnlySpan<char> text) =>
        BitcoinAddress.TryParse(text, out _) || EthereumAddress.TryParse(text, out _) || TronAddress.TryParse(text, out _)
        || LitecoinAddress.TryParse(text, out _) || MoneroAddress.TryParse(text, out _);

    /// <summary>The only address that the letters can be, or null.</summary>
    internal static string? Repair(string read)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var tries = MostTries;
        var (kinds, spellings) = (Kinds(read).ToList(), Spellings(read).ToList());

        // The fewest changes first, whatever kind of change they are.
        for (var swaps = 0; swaps <= MostSwaps && found.Count == 0; swaps++)
        {
            foreach (var (letters, prefix, check) in kinds)
            {
                foreach (var text in spellings)
                    Search(text, prefix, letters, check, swaps, found, ref tries);
            }
        }

        return found.Count == 1 ? found.First() : null;
    }

    // The prefix says which kind of address it can be; it is read wrongly as easily as the rest.
    private static IEnumerable<(string Letters, string Prefix, Check Check)> Kinds(string read)
    {
        var head = string.Concat(read.Take(4).Select(c => c is 'l' or 'I' or '|' or 'i' ? '1' : c is 'O' or 'o' or 'Q' ? '0' : char.ToLowerInvariant(c)));
        if (head.StartsWith("bc1", StringComparison.Ordinal) || head.StartsWith("be1", StringComparison.Ordinal) || head.StartsWith("6c1", StringComparison.Ordinal))
            yield return (Bech32Letters, "bc1", text => BitcoinAddress.TryParse(text, out _));
        if (head == "1tc1" && read.Length > 40)
            yield return (Bech32Letters, "ltc1", text => LitecoinAddress.TryParse(text, out _));
        if (head.StartsWith("0x", StringComparison.Ordinal) && read.Length is >= 41 and <= 45)
            yield return (HexLetters, "0x", text => EthereumAddress.TryParse(text, out _) && text[2..].ContainsAnyInRange('a', 'f') && text[2..].ContainsAnyInRange('A', 'F'));
        if (read.Length is < 25 or > 36)
            yield break;
        if (head[0] is '1' or '3')
            yield return (Base58Letters, head[0] == '1' ? "1" : "3", text => BitcoinAddress.TryParse(text, out _));
        if (head[0] == 't')
            yield return (Base58Letters, "T", text => TronAddress.TryParse(text, out _));
        if (read[0] is 'L' or 'M')
            yield return (Base58Letters, read[..1], text => LitecoinAddress.TryParse(text, out _));
    }

    // As it was read, and with one pair of letters taken for one or the other way round.
    private static IEnumerable<string> Spellings(string read)
    {
        yield return read;
        foreach (var (pair, meant) in Slips.Pairs)
        {
            for (var at = read.IndexOf(pair, StringComparison.Ordinal); at >= 0; at = read.IndexOf(pair, at + 1, StringComparison.Ordinal))
                yield return read[..at] + meant + read[(at + pair.Length)..];
        }
    }

    // Letters that the alphabet does not have must be swapped; some others are.
    private static void Search(string read, string prefix, string letters, Check check, int swaps, HashSet<string> found, ref int tries)
    {
        if (read.Length <= prefix.Length)
            return;
        var text = (prefix + read[prefix.Length..]).ToCharArray();
        if (prefix.EndsWith("c1", StringComparison.Ordinal))
        {
            for (var i = 0; i < text.Length; i++)
                text[i] = char.ToLowerInvariant(text[i]);
        }

        var forced = new List<(int At, string Choices)>();
        var free = new List<(int At, string Choices)>();
        for (var i = prefix.Length; i < text.Length; i++)
        {
            var choices = string.Concat(Slips.Of(text[i]).Where(c => letters.Contains(c, StringComparison.Ordinal)));
            if (!letters.Contains(text[i], StringComparison.Ordinal))
                forced.Add((i, choices));
            else if (choices.Length > 0)
                free.Add((i, choices));
        }

        if (forced.Exists(swap => swap.Choices.Length == 0) || forced.Count > 6)
            return;
        Swap(text, [.. forced], free, 0, swaps, check, found, ref tries);
    }

    private static void Swap(char[] text, ReadOnlySpan<(int At, string Choices)> forced, List<(int At, string Choices)> free, int from, int swaps, Check check, HashSet<string> found, ref int tries)
    {
        if (tries <= 0)
            return;
        if (forced.Length > 0)
        {
            var (at, choices) = forced[0];
            var was = text[at];
            foreach (var choice in choices)
            {
                text[at] = choice;
                Swap(text, forced[1..], free, from, swaps, check, found, ref tries);
            }

            text[at] = was;
            return;
        }

        if (swaps == 0)
        {
            tries--;
            if (check(text))
                found.Add(new string(text));
            return;
        }

        for (var i = from; i < free.Count; i++)
        {
            var (at, choices) = free[i];
            var was = text[at];
            foreach (var choice in choices)
            {
                text[at] = choice;
                Swap(text, default, free, i + 1, swaps - 1, check, found, ref tries);
            }

            text[at] = was;
        }
    }
}
