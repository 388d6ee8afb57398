namespace Holdfast.Findings.Identifiers;

/// <summary>Finds the addresses of crypto-currencies: long words of letters and digits.</summary>
internal sealed class Wallets : IIdentifierRecogniser
{
    /// <summary>The shortest address that is looked for (a Bitcoin address of the oldest form has at least 26 characters).</summary>
    public const int Shortest = 26;

    private const int Longest = 106;

    /// <inheritdoc/>
    public void Find(IdentifierSearch search)
    {
        var text = search.Text;
        if (text.Length < Shortest)
            return;
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsAsciiLetterOrDigit(text[i]))
                continue;
            if (i - start is >= Shortest and <= Longest)
                Read(search, start, i);
            start = i + 1;
        }
    }

    /// <summary>True for Base58 with capitals, small letters and digits, as a hash or a word hardly ever is.</summary>
    public static bool IsMixedBase58(ReadOnlySpan<char> text) =>
        text.ContainsAnyInRange('A', 'Z') && text.ContainsAnyInRange('a', 'z') && text[1..].ContainsAnyInRange('1', '9') &&
        Base58.IsAlphabet(text);

    private static void Read(IdentifierSearch search, int start, int end)
    {
        var word = search.Text.AsSpan(start, end - start);
        switch (word[0])
        {
            case '1' or '3' or 'b' or 'B':
                if (BitcoinAddress.TryParse(word, out var bitcoin))
                    search.Add(IdentifierKind.Bitcoin, start, end, bitcoin.Text, Rank.Proven);
                else if (BitcoinAddress.HasShape(word))
                    search.AddBroken(IdentifierKind.Bitcoin, start, end);
                break;
            case '0':
                if (EthereumAddress.TryParse(word, out var ethereum))
                    search.Add(IdentifierKind.Ethereum, start, end, ethereum.Text, Rank.Proven);
                else if (EthereumAddress.HasShape(word))
                    search.AddBroken(IdentifierKind.Ethereum, start, end);
                break;
            case 'T':
                if (TronAddress.TryParse(word, out var tron))
                    search.Add(IdentifierKind.Tron, start, end, tron.Text, Rank.Proven);
                else if (TronAddress.HasShape(word))
                    search.AddBroken(IdentifierKind.Tron, start, end);
                break;
            case 'L' or 'M' or 'l':
                if (LitecoinAddress.TryParse(word, out var litecoin))
                    search.Add(IdentifierKind.Litecoin, start, end, litecoin.Text, Rank.Proven);
                else if (LitecoinAddress.HasShape(word))
                    search.AddBroken(IdentifierKind.Litecoin, start, end);
                break;
            case '4' or '8':
                if (MoneroAddress.TryParse(word, out var monero))
                    search.Add(IdentifierKind.Monero, start, end, monero.Text, Rank.Proven);
                else if (MoneroAddress.HasShape(word))
                    search.AddBroken(IdentifierKind.Monero, start, end);
                break;
        }
    }
}
