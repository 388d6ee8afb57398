using System.Text.Json;

namespace Holdfast.Guidance;

/// <summary>The files of <c>content/plan</c>, each read once.</summary>
internal static class PlanContent
{
    private const string Folder = "plan/";

    private static readonly Lazy<PlanOutline> s_outline = new(() =>
        JsonSerializer.Deserialize(Content.Read(Folder + "steps.json"), GuidanceJson.Default.PlanOutline)!);

    private static readonly Lazy<PlanTexts> s_english = new(() => Read("en"));

    private static readonly Lazy<PlanTexts> s_italian = new(() => Read("it"));

    /// <summary>Which advice applies when.</summary>
    public static PlanOutline Outline => s_outline.Value;

    /// <summary>The words in one language; English when Holdfast does not speak it.</summary>
    public static PlanTexts In(string language) => language == "it" ? s_italian.Value : s_english.Value;

    private static PlanTexts Read(string language) =>
        JsonSerializer.Deserialize(Content.Read($"{Folder}{language}.json"), GuidanceJson.Default.PlanTexts)!;
}
