using Holdfast.Findings.Identifiers;

namespace Holdfast.Findings.Repair;

/// <summary>
/// Repairs one address of a crypto-currency: tries what its letters may have been, the likeliest first, until the checksum
/// holds. So few are tried that none holds by chance.
/// </summary>
internal static class WalletRepair
{
    // The usual slip costs 1, a rare one 3: five usual ones, or a rare one and two usual ones.
    private const int MostCost = 5;
    private const int MostSpellings = 800;
    private const int WrongLength = 2;

    /// <summary>True when the letters are an address whose checksum holds (or cannot be told).</summary>
    internal static bool IsValid(ReadOnlySpan<char> text) =>
        BitcoinAddress.TryParse(text, out _) || EthereumAddress.TryParse(text, out _) || TronAddress.TryParse(text, out _)
        || LitecoinAddress.TryParse(text, out _) || MoneroAddress.TryParse(text, out _);

    /// <summary>True when an address of some kind begins like this and is about as long, whatever its checksum says.</summary>
    internal static bool MayBe(string read) => WalletKind.Of(read).Any(kind => MayHaveAbout(kind, read.Length));

    /// <summary>The only address that the letters can be, or null.</summary>
    internal static string? Repair(string read)
    {
        var kinds = WalletKind.Of(read).Where(kind => MayHaveAbout(kind, read.Length)).ToList();
        var searches = kinds.ConvertAll(kind => (Kind: kind, Search: new WalletSearch(kind, read)));
        var spellings = Spellings(read, kinds.Exists(kind => kind.MayHave(read.Length) || kind.MayHave(read.Length - 1))).Take(MostSpellings).ToList();

        // The fewest changes first, whatever kind of change they are.
        for (var cost = 0; cost <= MostCost; cost++)
        {
            foreach (var (kind, search) in searches)
            {
                foreach (var (text, spent) in spellings)
                {
                    if (spent <= cost && kind.MayHave(text.Length))
                        search.Try(text, cost - spent);
                }
            }

            var found = searches.SelectMany(item => item.Search.Found).Distinct().Take(2).ToList();
            if (found.Count > 0)
                return found.Count == 1 ? found[0] : null;
        }

        return null;
    }

    private static bool MayHaveAbout(WalletKind kind, int length) =>
        kind.MayHave(length) || kind.MayHave(length - 1) || kind.MayHave(length + 1) || kind.MayHave(length - 2);

    // As it was read; with one or two pairs of letters taken for one or the other way round; one letter less or one twice.
    private static IEnumerable<(string Text, int Cost)> Spellings(string read, bool isNearLength)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { read };
        yield return (read, 0);
        var once = Respelled(read).Where(seen.Add).ToList();
        foreach (var text in once)
            yield return (text, 1);
        foreach (var text in Joined(read, 1).Concat(Joined(read, -1)).Where(seen.Add))
            yield return (text, WrongLength);
        if (!isNearLength)
        {
            foreach (var text in once.SelectMany(text => Joined(text, 1)).Where(seen.Add))
                yield return (text, WrongLength + 1);
        }

        foreach (var text in once.SelectMany(Respelled).Where(seen.Add))
            yield return (text, 2);
    }

    private static IEnumerable<string> Respelled(string read)
    {
        foreach (var (pair, meant) in Slips.Pairs)
        {
            for (var at = read.IndexOf(pair, StringComparison.Ordinal); at >= 0; at = read.IndexOf(pair, at + 1, StringComparison.Ordinal))
                yield return read[..at] + meant + read[(at + pair.Length)..];
        }
    }

    // A letter was seen that is none, or two equal ones were seen as one.
    private static IEnumerable<string> Joined(string read, int less)
    {
        for (var at = 1; at < read.Length; at++)
            yield return less > 0 ? read.Remove(at, 1) : read.Insert(at, read[at..(at + 1)]);
    }
}
