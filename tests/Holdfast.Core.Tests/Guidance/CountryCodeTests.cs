using CsCheck;
using Holdfast.Guidance;

namespace Holdfast.Core.Tests.Guidance;

public sealed class CountryCodeTests
{
    [Theory]
    [InlineData("IT", "IT")]
    [InlineData("gb", "GB")]
    [InlineData("UK", "GB")]
    [InlineData("uk", "GB")]
    public void Two_letters_are_a_country(string text, string letters)
    {
        Assert.True(CountryCode.TryParse(text, out var code));
        Assert.Equal(letters, code.Letters);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("I")]
    [InlineData("ITA")]
    [InlineData("1T")]
    [InlineData("ÅÄ")]
    public void Anything_else_is_none(string? text) => Assert.False(CountryCode.TryParse(text, out _));

    [Fact]
    public void Whatever_is_read_is_two_capital_letters() => Gen.String.Sample(text =>
        !CountryCode.TryParse(text, out var code) || (code.Letters.Length == 2 && code.Letters.All(char.IsAsciiLetterUpper)));

    [Fact]
    public void Any_two_letters_are_read() => Gen.Char['a', 'z'].Array[2].Sample(letters => CountryCode.TryParse(new string(letters), out _));

    [Theory]
    [InlineData(null, AgeBand.Unknown)]
    [InlineData(-1, AgeBand.Unknown)]
    [InlineData(131, AgeBand.Unknown)]
    [InlineData(0, AgeBand.Under18)]
    [InlineData(17, AgeBand.Under18)]
    [InlineData(18, AgeBand.Adult)]
    [InlineData(130, AgeBand.Adult)]
    public void An_age_falls_into_its_band(int? years, AgeBand band) => Assert.Equal(band, AgeBands.FromYears(years));
}
