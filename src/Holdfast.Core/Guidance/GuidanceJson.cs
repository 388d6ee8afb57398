using System.Text.Json.Serialization;

namespace Holdfast.Guidance;

/// <summary>How the content of this folder is read: strictly, so that a slip of the pen is found by the tests.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(HelplineFile))]
[JsonSerializable(typeof(PlanOutline))]
[JsonSerializable(typeof(PlanTexts))]
internal sealed partial class GuidanceJson : JsonSerializerContext;
