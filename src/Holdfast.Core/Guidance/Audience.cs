using System.Text.Json.Serialization;

namespace Holdfast.Guidance;

/// <summary>Whom a service is for.</summary>
public enum Audience
{
    /// <summary>Everybody.</summary>
    [JsonStringEnumMemberName("all")]
    All,

    /// <summary>People of 18 or older.</summary>
    [JsonStringEnumMemberName("adult")]
    Adult,

    /// <summary>People under 18.</summary>
    [JsonStringEnumMemberName("under18")]
    Under18,

    /// <summary>Parents and other adults who worry about a child.</summary>
    [JsonStringEnumMemberName("parents")]
    Parents,
}
