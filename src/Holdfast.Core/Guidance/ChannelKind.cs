using System.Text.Json.Serialization;

namespace Holdfast.Guidance;

/// <summary>A way to reach a service.</summary>
public enum ChannelKind
{
    /// <summary>A phone number.</summary>
    [JsonStringEnumMemberName("phone")]
    Phone,

    /// <summary>A number for text messages.</summary>
    [JsonStringEnumMemberName("sms")]
    Sms,

    /// <summary>A phone number for people with a hearing or speech impairment.</summary>
    [JsonStringEnumMemberName("text-relay")]
    TextRelay,

    /// <summary>An e-mail address.</summary>
    [JsonStringEnumMemberName("email")]
    Email,

    /// <summary>A web page.</summary>
    [JsonStringEnumMemberName("url")]
    Url,

    /// <summary>A web page with a chat.</summary>
    [JsonStringEnumMemberName("chat")]
    Chat,

    /// <summary>A WhatsApp number.</summary>
    [JsonStringEnumMemberName("whatsapp")]
    Whatsapp,

    /// <summary>A Telegram name.</summary>
    [JsonStringEnumMemberName("telegram")]
    Telegram,
}
