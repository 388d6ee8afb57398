using System.Text.Json.Serialization;

namespace Holdfast.Guidance;

/// <summary>How sure we are of an entry. Entries of low confidence are left out.</summary>
public enum Confidence
{
    /// <summary>Read on the service's own page, or in two sources.</summary>
    [JsonStringEnumMemberName("high")]
    High,

    /// <summary>Read in lists or in one second-hand source: shown with a mark.</summary>
    [JsonStringEnumMemberName("medium")]
    Medium,
}
