namespace Holdfast.Findings.Identifiers;

/// <summary>What an identifier is.</summary>
public enum IdentifierKind
{
    /// <summary>A telephone number.</summary>
    Phone,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>A link or the bare name of a web site.</summary>
    Url,

    /// <summary>The name of an account on a platform.</summary>
    UserName,

    /// <summary>An international bank account number.</summary>
    Iban,

    /// <summary>A British sort code with an account number.</summary>
    SortCodeAccount,

    /// <summary>The number of a payment card; only ever shown masked.</summary>
    Card,

    /// <summary>A Bitcoin address.</summary>
    Bitcoin,

    /// <summary>An Ethereum address (also used by tokens on that chain).</summary>
    Ethereum,

    /// <summary>A Tron address (also used by USDT on that chain).</summary>
    Tron,

    /// <summary>A Litecoin address.</summary>
    Litecoin,

    /// <summary>A Monero address.</summary>
    Monero,

    /// <summary>A PayPal.me page.</summary>
    PayPal,

    /// <summary>A Cash App $cashtag.</summary>
    CashApp,

    /// <summary>A Venmo account.</summary>
    Venmo,

    /// <summary>A telephone number or e-mail address that is named as a Zelle account.</summary>
    Zelle,

    /// <summary>A Wise account.</summary>
    Wise,

    /// <summary>A Revolut account.</summary>
    Revolut,

    /// <summary>The number under which a cash transfer can be collected.</summary>
    MoneyTransferNumber,

    /// <summary>The code of a gift card or voucher.</summary>
    GiftCard,
}

/// <summary>The stable names of the kinds, as in reports and <c>--json</c>.</summary>
public static class IdentifierKindNames
{
    /// <summary>The kebab-case name of a kind. It never changes once released.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not one of the kinds.</exception>
    public static string Name(this IdentifierKind kind) => kind switch
    {
        IdentifierKind.Phone => "phone",
        IdentifierKind.Email => "email",
        IdentifierKind.Url => "url",
        IdentifierKind.UserName => "username",
        IdentifierKind.Iban => "iban",
        IdentifierKind.SortCodeAccount => "sort-code-account",
        IdentifierKind.Card => "card",
        IdentifierKind.Bitcoin => "bitcoin",
        IdentifierKind.Ethereum => "ethereum",
        IdentifierKind.Tron => "tron",
        IdentifierKind.Litecoin => "litecoin",
        IdentifierKind.Monero => "monero",
        IdentifierKind.PayPal => "paypal",
        IdentifierKind.CashApp => "cash-app",
        IdentifierKind.Venmo => "venmo",
        IdentifierKind.Zelle => "zelle",
        IdentifierKind.Wise => "wise",
        IdentifierKind.Revolut => "revolut",
        IdentifierKind.MoneyTransferNumber => "money-transfer-number",
        IdentifierKind.GiftCard => "gift-card",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
