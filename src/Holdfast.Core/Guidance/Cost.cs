using System.Text.Json.Serialization;

namespace Holdfast.Guidance;

/// <summary>What a call or message costs.</summary>
public enum Cost
{
    /// <summary>Nothing.</summary>
    [JsonStringEnumMemberName("free")]
    Free,

    /// <summary>As a local call.</summary>
    [JsonStringEnumMemberName("local")]
    Local,

    /// <summary>As any other call or message of the person's contract.</summary>
    [JsonStringEnumMemberName("standard")]
    Standard,
}
