using Holdfast.Findings.Identifiers;

namespace Holdfast.Core.Tests.Findings.Identifiers;

public sealed class BankingTests
{
    // The examples of the SWIFT IBAN registry.
    [Theory]
    [InlineData("GB29 NWBK 6016 1331 9268 19", "GB29NWBK60161331926819")]
    [InlineData("GB29NWBK60161331926819", "GB29NWBK60161331926819")]
    [InlineData("DE89 3704 0044 0532 0130 00", "DE89370400440532013000")]
    [InlineData("de89370400440532013000", "DE89370400440532013000")]
    [InlineData("FR14 2004 1010 0505 0001 3M02 606", "FR1420041010050500013M02606")]
    [InlineData("IT60 X054 2811 1010 0000 0123 456", "IT60X0542811101000000123456")]
    [InlineData("IT60-X054-2811-1010-0000-0123-456", "IT60X0542811101000000123456")]
    [InlineData("ES9121000418450200051332", "ES9121000418450200051332")]
    [InlineData("NL91ABNA0417164300", "NL91ABNA0417164300")]
    [InlineData("BE68539007547034", "BE68539007547034")]
    [InlineData("NO9386011117947", "NO9386011117947")]
    [InlineData("MT84MALT011000012345MTLCAST001S", "MT84MALT011000012345MTLCAST001S")]
    [InlineData("RO49AAAA1B31007593840000", "RO49AAAA1B31007593840000")]
    [InlineData("CH9300762011623852957", "CH9300762011623852957")]
    [InlineData("PL61109010140000071219812874", "PL61109010140000071219812874")]
    [InlineData("BR1800360305000010009795493C1", "BR1800360305000010009795493C1")]
    [InlineData("LC55HEMM000100010012001200023015", "LC55HEMM000100010012001200023015")]
    [InlineData("ＤＥ８９３７０４００４４０５３２０１３０００", "DE89370400440532013000")]
    public void An_IBAN_is_found(string seen, string value)
    {
        Assert.Equal("iban " + value, Finding.Summary($"send to {seen} today"));
        Assert.True(Iban.TryParse(value, out var iban));
        Assert.Equal(value, iban.Text);
    }

    [Theory]
    [InlineData("GB29 NWBK 6016 1331 9268 18", "iban GB29NWBK60161331926818 !")]
    [InlineData("my IBAN: DE89370400440532013001", "iban DE89370400440532013001 !")]
    [InlineData("it60 hours of the day and night i wait 12", "")]
    [InlineData("GB29NWBK6016133192681", "")]
    [InlineData("XX29NWBK60161331926819", "")]
    public void A_wrong_IBAN_is_kept_only_when_it_is_clearly_one(string text, string expected) => Assert.Equal(expected, Finding.Summary(text));

    [Theory]
    [InlineData("sort code 20-00-00 account 55779911", "20-00-00 55779911")]
    [InlineData("20-00-00 55779911", "20-00-00 55779911")]
    [InlineData("Sort: 200000, Acc no: 55779911", "20-00-00 55779911")]
    [InlineData("sc 20 00 00, account number is 55779911", "20-00-00 55779911")]
    [InlineData("account 55779911 sort code 20-00-00", "20-00-00 55779911")]
    public void A_sort_code_with_its_account_is_found(string text, string expected) =>
        Assert.Equal("sort-code-account " + expected, Finding.Summary(text));

    [Theory]
    [InlineData("on 12-03-24 we met, then 20240312 was logged")]
    [InlineData("20-00-00")]
    [InlineData("200000 and 55779911")]
    public void Dates_and_lone_numbers_are_no_accounts(string text) => Assert.Equal("", Finding.Summary(text));

    // Numbers that payment processors publish for testing.
    [Theory]
    [InlineData("4111111111111111", "411111••••••1111")]
    [InlineData("4111 1111 1111 1111", "411111••••••1111")]
    [InlineData("4111-1111-1111-1111", "411111••••••1111")]
    [InlineData("4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1", "411111••••••1111")]
    [InlineData("5555555555554444", "555555••••••4444")]
    [InlineData("3782 822463 10005", "378282•••••0005")]
    [InlineData("30569309025904", "305693••••5904")]
    [InlineData("6011111111111117", "601111••••••1117")]
    [InlineData("３５３０ １１１３ ３３３０ ００００", "353011••••••0000")]
    [InlineData("𝟒𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏", "411111••••••1111")]
    [InlineData("4\uFE0F\u20E31\uFE0F\u20E311111111111111", "411111••••••1111")]
    public void A_card_is_found_and_masked(string seen, string masked)
    {
        var match = Assert.Single(Finding.In($"card {seen} 12/27 123"));
        Assert.Equal(IdentifierKind.Card, match.Kind);
        Assert.Equal(masked, match.Value);
        Assert.True(match.ChecksOut);
        Assert.Equal(masked, match.Seen.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("my card 4111 1111 1111 1112", "card 411111••••••1112 !")]
    [InlineData("order 4111 1111 1111 1112", "")]
    [InlineData("order 1234567890123456", "")]
    [InlineData("photo 0000000000000000", "")]
    [InlineData("https://example.com/4111111111111111", "url https://example.com/4111111111111111")]
    public void A_number_that_is_no_card_is_left(string text, string expected) => Assert.Equal(expected, Finding.Summary(text));

    [Fact]
    public void A_masked_card_never_holds_its_middle_digits()
    {
        foreach (var separator in new[] { "", " ", "-", " - ", "." })
        {
            var number = string.Join(separator, "4000", "0027", "6000", "3184");
            foreach (var text in new[] { number, "zelle or card " + number + " western union", "call " + number, "steam paysafe " + number })
            {
                foreach (var match in Finding.In(text).Where(m => m.Kind == IdentifierKind.Card))
                {
                    Assert.DoesNotContain("6000", match.Seen, StringComparison.Ordinal);
                    Assert.DoesNotContain("6000", match.Value, StringComparison.Ordinal);
                    Assert.DoesNotContain("4000", match.ToString(), StringComparison.Ordinal);
                }
            }
        }
    }
}
