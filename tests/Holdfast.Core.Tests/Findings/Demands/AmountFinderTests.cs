using System.Globalization;
using CsCheck;
using Holdfast.Findings.Demands;

namespace Holdfast.Core.Tests.Findings.Demands;

public sealed class AmountFinderTests
{
    private static string Summary(string text) => string.Join(" | ", AmountFinder.Find(text).Select(amount =>
        $"{amount.Value.ToString(CultureInfo.InvariantCulture)} {amount.Currency}".TrimEnd()));

    [Theory]
    [InlineData("$400", "400 USD")]
    [InlineData("pay 300€ now", "300 EUR")]
    [InlineData("300 euro", "300 EUR")]
    [InlineData("£50", "50 GBP")]
    [InlineData("$1,500", "1500 USD")]
    [InlineData("1.500 euro", "1500 EUR")]
    [InlineData("1.200,50 euro", "1200.50 EUR")]
    [InlineData("$1,200.50", "1200.50 USD")]
    [InlineData("0.5 btc", "0.5 BTC")]
    [InlineData("0.500 btc", "0.500 BTC")]
    [InlineData("2k dollars", "2000 USD")]
    [InlineData("usd 250", "250 USD")]
    [InlineData("$\u00A0250", "250 USD")]
    [InlineData("200", "200")]
    [InlineData("between $200 and $300", "200 USD | 300 USD")]
    [InlineData("abc123", "")]
    [InlineData("12345678901234567890 usd", "")]
    [InlineData("no number", "")]
    [InlineData("", "")]
    public void An_amount_is_read_as_people_write_it(string text, string amounts) => Assert.Equal(amounts, Summary(text));

    [Fact]
    public void Any_text_gives_amounts_that_lie_in_it() =>
        Gen.String[Gen.OneOf(Gen.Char["0123456789.,'$€k usdbtc"], Gen.Char), 0, 60].Sample(text =>
        {
            var end = 0;
            foreach (var amount in AmountFinder.Find(text))
            {
                Assert.InRange(amount.Start, end, text.Length - 1);
                end = amount.Start + amount.Length;
                Assert.InRange(end, amount.Start + 1, text.Length);
                Assert.True(amount.Value >= 0);
            }
        });
}
