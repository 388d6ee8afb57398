using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Holdfast.Conversations.Dates;

/// <summary>The words of written-out dates, in many languages; the lists stand in <c>content/formats/months.json</c>.</summary>
internal sealed class DateWords
{
    private readonly FrozenDictionary<string, int> _months;
    private readonly FrozenSet<string> _morning;
    private readonly FrozenSet<string> _afternoon;

    private DateWords(DateWordsFile file)
    {
        var months = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var year in file.Months.Values)
        {
            for (var i = 0; i < year.Length; i++)
            {
                foreach (var word in year[i].Split(' '))
                    months[word] = i + 1;
            }
        }

        _months = months.ToFrozenDictionary(StringComparer.Ordinal);
        _morning = file.Morning.Split(' ').ToFrozenSet(StringComparer.Ordinal);
        _afternoon = file.Afternoon.Split(' ').ToFrozenSet(StringComparer.Ordinal);
    }

    internal static DateWords Shared { get; } = Load();

    /// <summary>The month from 1 to 12 that a word in small letters names, or 0.</summary>
    internal int Month(string word) => _months.GetValueOrDefault(word);

    /// <summary>True for a word of the morning.</summary>
    internal bool IsMorning(string word) => _morning.Contains(word);

    /// <summary>True for a word of the afternoon.</summary>
    internal bool IsAfternoon(string word) => _afternoon.Contains(word);

    private static DateWords Load()
    {
        using var stream = Content.Open("formats/months.json");
        return new DateWords(JsonSerializer.Deserialize(stream, DateWordsContext.Default.DateWordsFile)!);
    }
}

internal sealed record DateWordsFile(string About, Dictionary<string, string[]> Months, string Morning, string Afternoon);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(DateWordsFile))]
internal sealed partial class DateWordsContext : JsonSerializerContext;
