using Holdfast.Findings.Identifiers;

namespace Holdfast.Core.Tests.Findings.Identifiers;

public sealed class WalletsTests
{
    // The first output ever mined, the example of BIP-13, and the vectors of BIP-173 and BIP-350 for the main network.
    [Theory]
    [InlineData("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa")]
    [InlineData("3P14159f73E4gFr7JterCCQh9QjiTjiZrG")]
    [InlineData("1111111111111111111114oLvT2")]
    [InlineData("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4")]
    [InlineData("bc1qrp33g0q5c5txsp9arysrx4k6zdkfs4nce4xj0gdcccefvpysxf3qccfmv3")]
    [InlineData("bc1pw508d6qejxtdg4y5r3zarvary0c5xw7kw508d6qejxtdg4y5r3zarvary0c5xw7kt5nd6y")]
    [InlineData("bc1zw508d6qejxtdg4y5r3zarvaryvaxxpcs")]
    [InlineData("bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0")]
    public void A_bitcoin_address_checks_out(string address) => Assert.Equal("bitcoin " + address, Finding.Summary($"pay to {address}!"));

    [Fact]
    public void A_witness_address_in_capitals_is_the_same_address()
    {
        Assert.Equal("bitcoin bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4", Finding.Summary("BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4"));
        Assert.True(BitcoinAddress.TryParse("BC1SW50QGDZ25J", out var shortest));
        Assert.Equal("bc1sw50qgdz25j", shortest.Text);
    }

    // Invalid by BIP-173 and BIP-350.
    [Theory]
    [InlineData("tc1qw508d6qejxtdg4y5r3zarvary0c5xw7kg3g4ty")]
    [InlineData("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5")]
    [InlineData("BC13W508D6QEJXTDG4Y5R3ZARVARY0C5XW7KN40WF2")]
    [InlineData("bc1rw5uspcuh")]
    [InlineData("bc10w508d6qejxtdg4y5r3zarvary0c5xw7kw508d6qejxtdg4y5r3zarvary0c5xw7kw5rljs90")]
    [InlineData("BC1QR508D6QEJXTDG4Y5R3ZARVARYV98GJ9P")]
    [InlineData("bc1zw508d6qejxtdg4y5r3zarvaryvqyzf3du")]
    [InlineData("bc1gmk9yu")]
    [InlineData("bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd")]
    [InlineData("bc1q0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vq24jc47")]
    [InlineData("bc1p38j9r5y49hruaue7wxjce0updqjuyyx0kh56v8s25huc6995vvpql3jow4")]
    [InlineData("BC130XLXVLHEMJA6C4DQV22UAPCTQUPFHLXM9H8Z3K2E72Q4K9HCZ7VQ7ZWS8R")]
    [InlineData("bc1pw5dgrnzv")]
    [InlineData("bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7v8n0nx0muaewav253zgeav")]
    [InlineData("bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7v07qwwzcrf")]
    [InlineData("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb")]
    [InlineData("A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa")]
    [InlineData("11A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa")]
    public void A_wrong_bitcoin_address_does_not_check_out(string address) => Assert.False(BitcoinAddress.TryParse(address, out _));

    [Theory]
    [InlineData("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb", "bitcoin")]
    [InlineData("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5", "bitcoin")]
    [InlineData("0x5aaeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "ethereum")]
    [InlineData("TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6u", "tron")]
    [InlineData("44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3B", "monero")]
    public void What_has_the_shape_but_a_wrong_checksum_is_kept_as_such(string address, string kind) =>
        Assert.Equal($"{kind} {address} !", Finding.Summary("send it to " + address));

    // The vectors of ERC-55.
    [Theory]
    [InlineData("0x52908400098527886E0F7030069857D2E4169EE7")]
    [InlineData("0x8617E340B3D01FA5F11F306F4090FD50E238070D")]
    [InlineData("0xde709f2102306220921060314715629080e2fb77")]
    [InlineData("0x27b1fdb04752bbc536007a920d24acb045561c26")]
    [InlineData("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed")]
    [InlineData("0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359")]
    [InlineData("0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB")]
    [InlineData("0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb")]
    public void An_ethereum_address_checks_out(string address) => Assert.Equal("ethereum " + address, Finding.Summary(address));

    [Fact]
    public void An_ethereum_address_without_capitals_gets_its_capitals() => Assert.Equal(
        "ethereum 0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", Finding.Summary("0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed"));

    // The USDT contract on Tron; the key of BIP-173 on Litecoin; the Monero project's own general fund.
    [Theory]
    [InlineData("TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t", "tron")]
    [InlineData("ltc1qw508d6qejxtdg4y5r3zarvary0c5xw7kgmn4n9", "litecoin")]
    [InlineData("44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A", "monero")]
    [InlineData("888tNkZrPN6JsEgekjMnABU4TBzc2Dt29EPAvkRxbANsAnjyPbb3iQ1YBRk1UXcdRsiKc9dhwMVgN5S9cQUiyoogDavup3H", "monero")]
    public void The_other_chains_check_out(string address, string kind) => Assert.Equal($"{kind} {address}", Finding.Summary("here: " + address));

    [Fact]
    public void A_litecoin_address_of_the_old_form_checks_out()
    {
        // Version 0x30 with the hash of all zeros, and 0x32 likewise.
        foreach (var version in new byte[] { 0x30, 0x32 })
        {
            var address = Base58Writer.WriteChecked(version, new byte[20]);
            Assert.Equal("litecoin " + address, Finding.Summary(address));
        }
    }

    [Fact]
    public void An_address_broken_by_invisible_marks_is_read() => Assert.Equal(
        "bitcoin 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", Finding.Summary("1A1zP1eP5\u200BQGefi2DMPTfTL5\u2060SLmv7DivfNa"));

    [Theory]
    [InlineData("da39a3ee5e6b4b0d3255bfef95601890afd80709")]
    [InlineData("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData("d41d8cd98f00b204e9800998ecf8427e")]
    [InlineData("123e4567-e89b-12d3-a456-426614174000")]
    [InlineData("Taumatawhakatangihangakoauauotamatea")]
    [InlineData("hahahahahahahahahahahahahahahahahahaha")]
    [InlineData("3f786850e387550fdab836ed7e6dc881de23001b")]
    public void Hashes_and_long_words_are_left(string text) => Assert.Equal("", Finding.Summary(text));
}
