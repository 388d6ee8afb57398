using System.Text.Json.Serialization;

namespace Holdfast.Guidance;

/// <summary>One way to reach a service.</summary>
public sealed record HelplineChannel
{
    /// <summary>What it is.</summary>
    [JsonPropertyName("type")]
    public required ChannelKind Kind { get; init; }

    /// <summary>The number exactly as it is dialled in the country, or the address.</summary>
    public required string Value { get; init; }

    /// <summary>The word to send, for a text message that needs one.</summary>
    public string? Send { get; init; }

    /// <summary>When somebody answers; null when we could not check it.</summary>
    public LocalText? Hours { get; init; }

    /// <summary>What it costs; null when we could not check it.</summary>
    public Cost? Cost { get; init; }

    /// <summary>What else to know.</summary>
    public LocalText? Note { get; init; }
}
