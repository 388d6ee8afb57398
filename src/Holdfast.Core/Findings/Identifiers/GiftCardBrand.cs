namespace Holdfast.Findings.Identifiers;

/// <summary>A brand of gift cards or vouchers and the form of its codes, as printed on the cards.</summary>
/// <param name="Name">Stable name.</param>
/// <param name="Cues">Words that name it.</param>
/// <param name="Forms">Lengths of the groups of a code; each form may also be written in one piece.</param>
internal sealed record GiftCardBrand(string Name, CueWords Cues, int[][] Forms)
{
    /// <summary>True when codes hold digits only.</summary>
    public bool DigitsOnly { get; init; }

    /// <summary>The first character of every code, or zero.</summary>
    public char First { get; init; }

    /// <summary>All brands.</summary>
    public static IReadOnlyList<GiftCardBrand> All { get; } =
    [
        new("steam", new("steam"), [[5, 5, 5]]),
        new("apple", new("apple", "itunes", "app store"), [[4, 4, 4, 4]]) { First = 'X' },
        new("google-play", new("google play", "googleplay", "play store", "google card", "google gift"), [[4, 4, 4, 4, 4], [4, 4, 4, 4]]),
        new("amazon", new("amazon"), [[4, 6, 4], [4, 6, 5]]),
        new("razer", new("razer"), [[14], [4, 4, 4, 2], [10]]),
        new("paysafecard", new("paysafe", "paysafecard", "paysafe card"), [[4, 4, 4, 4]]) { DigitsOnly = true },
        new("xbox", new("xbox"), [[5, 5, 5, 5, 5]]),
        new("playstation", new("playstation", "psn"), [[4, 4, 4]]),
    ];

    /// <summary>All words, for the quick test.</summary>
    public static IEnumerable<string> Words => All.SelectMany(brand => brand.Cues.Words);
}
