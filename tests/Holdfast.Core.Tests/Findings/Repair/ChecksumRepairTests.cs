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
    [InlineData("Ox5aAeb6053F3E94C9b9A09F33669435E7Ef1 BeAed", "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed")]
    [InlineData("bc1 qw508d6qejxtdg4y5r3zarvaryO0c5xw7kv8f3t4", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4")]
    [InlineData("lMlmg8UexMc3VQTtQXZq6DPETZjteBU9CH", "1M1mg8UexMc3vQTtQxZq6DPETzjteBU9CH")]
    [InlineData("LPkkXrfxZQEXE74gThsM7ae4pHZfklteYv", "1PkkXrfxZQEXE74gThsM7ae4pHZfk1teYv")]
    [InlineData("1PkkxrfXZQExE74gThsM7ae4pHZfkIteYV", "1PkkXrfxZQEXE74gThsM7ae4pHZfk1teYv")]
    [InlineData("36M2yEPKmYG1cGQQ2VCyUPvEq3z]J6oQMML", "36M2yEPKmYG1cGQQ2vCyUPvEq3zJ6oQMML")]
    [InlineData("36M2yEPKmYGlcGQQ2vCyUPvEq3z)6oQMML", "36M2yEPKmYG1cGQQ2vCyUPvEq3zJ6oQMML")]
    [InlineData("372gkwHM11]hu111Y3zst8TSDmUbwL4K2D", "372gkwHM11Jhu111Y3zst8TSDmUbwL4K2D")]
    [InlineData("TTrySss]KYwGU9utbGk6CzXpRz6SGLfUna2", "TTrySsJKYwGU9utbGk6CzxpRz6SGLfUna2")]
    [InlineData("bc1qvrz4jrmjamef972Stt7z3Omre2gaygt2mudttg", "bc1qvrz4jrmjamef9725tt7z30mre2gayqt2mudttq")]
    [InlineData("bc1qvrz4jrmjaméef9725tt/7z30mre2gayqt2mudttq", "bc1qvrz4jrmjamef9725tt7z30mre2gayqt2mudttq")]
    [InlineData("bc1qvrz4jrmjamef9/25tt7z30mre2gayqt2mudttq", "bc1qvrz4jrmjamef9725tt7z30mre2gayqt2mudttq")]
    [InlineData("bclgvrz4jrmjamef972Stt7z3Ornre2gaygt2pg5gly8eSvhcn5llljhswuOj6l", "bc1qvrz4jrmjamef9725tt7z30mre2gayqt2pg5gly8e5vhcn5llljhswu0j6l")]
    [InlineData("bc1pqmu0463mta5hdydk6p36q7ayl7h3an56r4rncky9vS33ehywt8xqv21hsq", "bc1pqmu0463mta5hdydk6p36q7ayl7h3an56r4rncky9v533ehywt8xqv2lhs9")]
    [InlineData("ltclgqmuO463mtaShdydk6p36q7ayl7h3an562uwwO5", "ltc1qqmu0463mta5hdydk6p36q7ayl7h3an562uww05")]
    [InlineData("1M1mg8UexM c3vQTtQxZq6 DPETzjteBU9CH", "1M1mg8UexMc3vQTtQxZq6DPETzjteBU9CH")]
    [InlineData("[T60 X054 2811 1010 0000 0123 456", "IT60 X054 2811 1010 0000 0123 456")]
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
    public void An_address_before_a_bracket_stays_before_it() =>
        Assert.Equal("(1M1mg8UexMc3vQTtQxZq6DPETzjteBU9CH)", _repair.Repair("(lM1mg8UexMc3vQTtQxZq6DPETzjteBU9CH)").Text);

    [Theory]
    [InlineData("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz", "1", 34)]
    [InlineData("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz0OIl", "1", 34)]
    [InlineData("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz", "3", 35)]
    [InlineData("qpzry9x8gf2tvdw0s3jn54khce6mua7l", "bc1q", 42)]
    [InlineData("qpzry9x8gf2tvdw0s3jn54khce6mua7l", "bc1p", 62)]
    [InlineData("qpzry9x8gf2tvdw0s3jn54khce6mua7lobi1SOZ", "bc1q", 43)]
    [InlineData("0123456789abcdefABCDEF", "0x", 42)]
    public void What_is_no_address_is_never_made_one(string letters, string prefix, int length)
    {
        var random = new Random(20260611);
        var made = 0;
        for (var i = 0; i < 60; i++)
        {
            var text = prefix + string.Concat(Enumerable.Range(0, length - prefix.Length).Select(_ => letters[random.Next(letters.Length)]));
            made += _repair.Repair(text).Repairs.Count;
        }

        Assert.Equal(0, made);
    }

    [Fact]
    public void Letters_that_are_not_taken_for_one_another_are_not_exchanged()
    {
        const string Address = "bc1qvrz4jrmjamef9725tt7z30mre2gayqt2mudttq";
        for (var at = 5; at < Address.Length; at++)
        {
            var read = Address[..at] + (Address[at] is 'w' or 'v' ? 'l' : 'w') + (at + 1 < Address.Length ? Address[(at + 1)..] : "");
            Assert.NotEqual(Address, Address[at] == 'w' ? null : _repair.Repair(read).Text);
        }
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
