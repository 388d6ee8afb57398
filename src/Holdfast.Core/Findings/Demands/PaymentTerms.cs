using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Holdfast.Findings.Demands;

/// <summary>Currencies and ways of paying, as <c>content/payments/payments.json</c> names them.</summary>
internal sealed class PaymentTerms
{
    private readonly PaymentTermsFile _file;
    private readonly Dictionary<string, string> _byWord = new(StringComparer.Ordinal);
    private readonly (string Symbol, string Code)[] _symbols;
    private readonly SearchValues<string> _railWords;

    private PaymentTerms(PaymentTermsFile file)
    {
        _file = file;
        foreach (var currency in file.Currencies)
        {
            foreach (var word in currency.Words)
            {
                _byWord.TryAdd(word, currency.Code);
            }
        }

        _railWords = SearchValues.Create([.. file.Rails.SelectMany(rail => rail.Words)], StringComparison.Ordinal);
        _symbols = [.. file.Currencies.SelectMany(currency => currency.Symbols.Select(symbol => (symbol, currency.Code)))
            .OrderByDescending(pair => pair.symbol.Length)];
    }

    public static PaymentTerms Shared { get; } = Load();

    /// <summary>The currency that a folded word names, or null.</summary>
    public string? CurrencyOf(ReadOnlySpan<char> word) =>
        _byWord.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var code) ? code : null;

    /// <summary>The currency whose symbol ends the text before a number.</summary>
    public string? SymbolBefore(ReadOnlySpan<char> before)
    {
        before = before.TrimEnd(" \u00A0\u202F");
        foreach (var (symbol, code) in _symbols)
        {
            if (before.EndsWith(symbol, StringComparison.Ordinal))
            {
                return code;
            }
        }

        return null;
    }

    /// <summary>The currency whose symbol begins the text after a number.</summary>
    public string? SymbolAfter(ReadOnlySpan<char> after)
    {
        after = after.TrimStart(" \u00A0\u202F");
        foreach (var (symbol, code) in _symbols)
        {
            if (after.StartsWith(symbol, StringComparison.Ordinal))
            {
                return code;
            }
        }

        return null;
    }

    /// <summary>The first way of paying that a folded text names (in the order of the list), or null.</summary>
    public string? RailIn(string folded)
    {
        if (folded.AsSpan().IndexOfAny(_railWords) < 0)
        {
            return null;
        }

        foreach (var rail in _file.Rails)
        {
            foreach (var word in rail.Words)
            {
                if (ContainsWord(folded, word))
                {
                    return rail.Id;
                }
            }
        }

        return null;
    }

    private static bool ContainsWord(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            var end = at + word.Length;
            if ((at == 0 || text[at - 1] == ' ') && (end == text.Length || text[end] == ' '))
            {
                return true;
            }
        }

        return false;
    }

    private static PaymentTerms Load()
    {
        using var stream = Content.Open("payments/payments.json");
        return new PaymentTerms(JsonSerializer.Deserialize(stream, PaymentTermsContext.Default.PaymentTermsFile)!);
    }
}

internal sealed record PaymentTermsFile(string About, CurrencyTerm[] Currencies, RailTerm[] Rails);

internal sealed record CurrencyTerm(string Code, string[] Symbols, string[] Words);

internal sealed record RailTerm(string Id, string[] Words);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PaymentTermsFile))]
internal sealed partial class PaymentTermsContext : JsonSerializerContext;
