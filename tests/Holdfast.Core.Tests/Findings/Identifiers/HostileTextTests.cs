using CsCheck;
using Holdfast.Findings.Identifiers;

namespace Holdfast.Core.Tests.Findings.Identifiers;

public sealed class HostileTextTests
{
    private static readonly string[] Pieces =
    [
        "@", ".", "$", "#", " ", "  ", "\n", ":", "://", "http", "hxxp", "www.", "/", "-", "_", "(", ")", "[", "]", "+", "00", "=", "?",
        "dot", "punto", "at", "chiocciola", "com", "example", "gmail", "name", "it", "co", "uk", "me", "t.me/", "paypal.me/", "wa.me/",
        "insta", "ig", "snap", "telegram", "add me on", "is", "my", "username", "discord", "#1234", "cashapp", "venmo", "zelle", "revtag",
        "steam", "paysafe", "google play", "amazon", "western union", "moneygram", "iban", "card", "sort code", "account", "call",
        "1", "12", "4111", "1111", "447700900123", "7700", "900123", "20-00-00", "55779911", "123-456-7890", "GB29NWBK60161331926819",
        "DE89370400440532013000", "4111111111111111", "ABC12-DEF34-GHJ56", "X123456789ABCDEF", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa",
        "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4", "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t",
        "\u200B", "\u200D", "\uFE0F", "\u20E3", "\u00A0", "\u3000", "\u200E", "\u00AD", "\u2024", "．", "＠", "：", "＃", "＄", "ａ", "１", "٤", "\u0430", "\u03BF",
        "\uD835\uDFCF", "\uD835", "\uDFCF", "\u2013", "\0", "\u00E8", "é", "今", "。", "👩", "some_name1", "some.name", "somename", "K", "İ", "ſ",
    ];

    private static readonly Gen<string> Piece = Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]);

    private static readonly Gen<string> Texts = Gen.Frequency(
        (6, Piece.Array[0, 14].Select(string.Concat)),
        (2, Piece.Array[0, 10].Select(parts => string.Join(' ', parts))),
        (1, Gen.String[0, 80]),
        (1, Gen.String[Gen.Char.AlphaNumeric, 0, 120]));

    [Fact]
    public void Any_text_gives_findings_in_order_inside_it_and_the_quick_test_agrees() => Texts.Sample(
        text =>
        {
            var results = new List<IdentifierMatch>();
            Finding.Finder.Find(text, results);
            Assert.True(results.Count == 0 || Finding.Finder.MightContain(text));
            var end = 0;
            foreach (var match in results)
            {
                Assert.True(match.Start >= end && match.Length > 0 && match.Start + match.Length <= text.Length);
                end = match.Start + match.Length;
                if (match.Kind != IdentifierKind.Card)
                    Assert.Equal(text.Substring(match.Start, match.Length), match.Seen);
                Assert.NotEqual("", match.Value);
            }
        },
        iter: 30_000,
        seed: "0000KF1pCu52");

    [Fact]
    public void A_card_among_anything_is_masked_or_not_shown_as_a_card() => Texts.Sample(
        text =>
        {
            // Digits beside the card may make a longer number with a valid check digit; whatever it is, the first six and
            // the last four digits are all that is ever shown.
            foreach (var match in Finding.In(text + " 4000 0027 6000 3184 " + text).Where(m => m.Kind == IdentifierKind.Card))
            {
                Assert.InRange(match.Seen.Count(char.IsDigit), 0, 10);
                Assert.InRange(match.Value.Count(char.IsDigit), 0, 10);
            }
        },
        iter: 3_000,
        seed: "0000KF1pCu52");

    public static TheoryData<string> HostilePieces => [.. Pieces];

    // A search that is not linear would take minutes here and run into the limit of the test run (found so: "dot dot dot").
    [Theory]
    [MemberData(nameof(HostilePieces))]
    public void A_long_text_of_one_piece_is_read_to_its_end(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, (1 << 18) / piece.Length));
        var results = new List<IdentifierMatch>();
        Finding.Finder.Find(text, results);
        Assert.All(results, match => Assert.InRange(match.Start + match.Length, 1, text.Length));
    }

    [Fact]
    public void Neighbourhoods_that_are_read_for_phone_numbers_are_short_and_few()
    {
        var phones = new CountingPhones();
        var finder = new IdentifierFinder(phones, "GB");
        foreach (var piece in new[] { "1", "1 ", "12-", "123456789 ", "+44 ", "07700900123 ", "(07700) 900123, " })
        {
            phones.Units = 0;
            var text = string.Concat(Enumerable.Repeat(piece, 20_000));
            finder.Find(text, []);
            Assert.InRange(phones.Longest, 0, Phones.LongestNeighbourhood + 8);
            Assert.InRange(phones.Units, 0, text.Length + 1000);
        }
    }

    private sealed class CountingPhones : IPhoneNumbers
    {
        public long Units { get; set; }

        public int Longest { get; private set; }

        public void Find(string text, string? region, List<PhoneNumberMatch> results)
        {
            Units += text.Length;
            Longest = Math.Max(Longest, text.Length);
        }
    }
}
