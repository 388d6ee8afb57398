using Holdfast.Findings.Identifiers;

namespace Holdfast.Core.Tests.Findings.Identifiers;

public sealed class IdentifierKindTests
{
    [Fact]
    public void Every_kind_has_its_own_stable_name()
    {
        var names = Enum.GetValues<IdentifierKind>().Select(kind => kind.Name()).ToArray();
        Assert.Equal(
            "phone email url username iban sort-code-account card bitcoin ethereum tron litecoin monero paypal cash-app venmo zelle wise " +
            "revolut money-transfer-number gift-card",
            string.Join(' ', names));
    }

    [Fact]
    public void Nothing_private_is_printed()
    {
        var match = Assert.Single(Finding.In("name@example.com"));
        Assert.Equal("identifier (email)", match.ToString());
        Assert.True(PhoneNumber.TryParse("+447700900123", out var number));
        Assert.Equal("phone number", number.ToString());
        Assert.True(Iban.TryParse("NL91ABNA0417164300", out var iban));
        Assert.Equal("IBAN", iban.ToString());
    }
}
