using System.Text.Json;
using System.Text.Json.Serialization;

namespace Holdfast.Conversations.Dates;

/// <summary>
/// The words of dates as they stand in <c>content/formats/dates.json</c>, which says what each list means;
/// <see cref="MonthNames"/> and <see cref="HalfDayWords"/> look them up.
/// </summary>
internal sealed record DateWords(Dictionary<string, string[]> Months, HalfDayLists Morning, HalfDayLists Afternoon)
{
    internal static DateWords Shared { get; } = Load();

    private static DateWords Load()
    {
        using var stream = Content.Open("formats/dates.json");
        return JsonSerializer.Deserialize(stream, DateWordsContext.Default.DateWords)!;
    }
}

/// <summary>The words for one half of the day; spaces stand between them.</summary>
internal sealed record HalfDayLists(string Anywhere, string Words, string BehindTime, string Written);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(DateWords))]
internal sealed partial class DateWordsContext : JsonSerializerContext;
