using Holdfast.Findings.Repair;

namespace Holdfast.Core.Tests.Findings.Repair;

public sealed class ChecksumRepairTests
{
    private readonly ChecksumRepair _repair = new();

    [Theory]
    [InlineData("bclqw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4")]
    [InlineData("bc1gw508d6gejxtdg4y5r3zarvaryOc5xw7kv8f3t4", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4")]
    [InlineData("1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2", "1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2")]
    [InlineData("IBvBMSEYstWetqTFn5Au4rn4GFg7xJaNVN2", "1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2")]
    [InlineData("1BvBMSEYstWetqTFn5Au4m4GFq7xJaNVNZ", "1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2")]
    [InlineData("Ox5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed")]
    [InlineData("0x5aAeb6053F3E94C9b9A09f33669435E7EflBeAed", "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed")]
    [InlineData("OxS5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed")]
    [InlineData("bc1 qw508d6qejxtdg4y5r3zarvaryO0c5xw7kv8f3t4", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4")]
    [InlineData("IT60X0542811l01OO00O0123456", "IT60X0542811101000000123456")]
    [InlineData("lT60 X054 2811 1O10 0000 0123 456", "IT60 X054 2811 1010 0000 0123 456")]
    [InlineData("DE89 37O4 0044 0532 0130 00", "DE89 3704 0044 0532 0130 00")]
    [InlineData("GB29NWBK6O161331926819", "GB29NWBK60161331926819")]
    [InlineData("GB29NW8K60161331926819", "GB29NWBK60161331926819")]
    public void Usual_slips_are_put_right_when_the_checksum_then_holds(string read, string meant)
    {
        var repaired = _repair.Repair($"send it to {read} today");
        Assert.Equal($"send it to {meant} today", repaired.Text);
        if (read == meant)
        {
            Assert.Empty(repaired.Repairs);
            return;
        }

        var repair = Assert.Single(repaired.Repairs);
        Assert.Equal(read, repair.Read);
        Assert.Equal(meant, repaired.Text.Substring(repair.Start, repair.Length));
    }

    [Fact]
    public void An_address_that_was_torn_in_two_is_joined() =>
        Assert.Equal("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4", _repair.Repair("bc1qw508d6qejxtdg4y5r3zar vary0c5xw7kv8f3t4").Text);

    [Theory]
    [InlineData("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8aaaa")]
    [InlineData("DE12 3456 7890 1234 5678 90")]
    [InlineData("https://example.com/lIlI0O0O0O0O0O0O0O0O0O0O0O0O0O")]
    [InlineData("@lil_1l1l1l1l1l1l1l1l1l1l1l1l1l")]
    [InlineData("Donaudampfschifffahrtsgesellschaft")]
    [InlineData("meet me at 10 and bring 250")]
    [InlineData("")]
    public void What_cannot_be_repaired_stays_as_it_was_read(string text)
    {
        var repaired = _repair.Repair(text);
        Assert.Equal(text, repaired.Text);
        Assert.Empty(repaired.Repairs);
    }
}
