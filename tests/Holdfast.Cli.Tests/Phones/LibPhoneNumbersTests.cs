using Holdfast.Cli.Phones;
using Holdfast.Findings.Identifiers;

namespace Holdfast.Cli.Tests.Phones;

public sealed class LibPhoneNumbersTests
{
    private static string Summary(string text, string? region)
    {
        var results = new List<IdentifierMatch>();
        var finder = new IdentifierFinder(new LibPhoneNumbers(), region);
        finder.Find(text, results);
        Assert.True(results.Count == 0 || finder.MightContain(text));
        return string.Join(" | ", results.Select(m => m.Kind.Name() + " " + m.Value));
    }

    [Theory]
    [InlineData("+44 7700 900123", null, "phone +447700900123")]
    [InlineData("0044 7700 900123", null, "phone +447700900123")]
    [InlineData("call 020 7946 0018", "GB", "phone +442079460018")]
    [InlineData("(202) 555-0123", "US", "phone +12025550123")]
    [InlineData("call me 2025550123", "US", "phone +12025550123")]
    [InlineData("chiamami 02 1234 5678", "IT", "phone +390212345678")]
    [InlineData("020 7946 0018", null, "")]
    [InlineData("020 7946 0018", "XX", "")]
    public void A_number_is_read_by_the_plan_of_the_country(string text, string? region, string expected) => Assert.Equal(expected, Summary(text, region));

    [Theory]
    [InlineData("01/02/2024 18:30")]
    [InlineData("2024-01-02 03:04")]
    [InlineData("12.03.2024")]
    [InlineData("1.250.000 EUR")]
    [InlineData("2025550123 EUR")]
    [InlineData("order 2025550123")]
    [InlineData("2025550123")]
    [InlineData("1704164645000")]
    public void Dates_and_amounts_are_no_telephone_numbers(string text)
    {
        foreach (var region in new[] { "GB", "US", "IT", "DE" })
            Assert.Equal("", Summary(text, region));
    }

    [Fact]
    public void A_card_or_an_account_is_no_telephone_number()
    {
        Assert.Equal("card 411111••••••1111", Summary("4111 1111 1111 1111", "GB"));
        Assert.Equal("iban DE89370400440532013000", Summary("DE89 3704 0044 0532 0130 00", "DE"));
    }
}
