using System.Text.Json.Serialization;

namespace Holdfast.Guidance;

/// <summary>How money was paid.</summary>
public enum PaymentMethod
{
    /// <summary>A bank transfer.</summary>
    [JsonStringEnumMemberName("bank-transfer")]
    BankTransfer,

    /// <summary>A credit or debit card.</summary>
    [JsonStringEnumMemberName("card")]
    Card,

    /// <summary>Gift cards.</summary>
    [JsonStringEnumMemberName("gift-card")]
    GiftCard,

    /// <summary>A money transfer service with pick-up.</summary>
    [JsonStringEnumMemberName("money-transfer")]
    MoneyTransfer,

    /// <summary>A cryptocurrency.</summary>
    [JsonStringEnumMemberName("crypto")]
    Crypto,

    /// <summary>Another way, such as a payment app.</summary>
    [JsonStringEnumMemberName("other")]
    Other,
}
