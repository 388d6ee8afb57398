using System.Text.Json;
using System.Text.Json.Serialization;

namespace Holdfast.Conversations.Questions;

/// <summary>
/// The answers of a case as a small JSON file (docs/json.md, "The case file"). Fields that this version does not know are
/// kept when the file is written again.
/// </summary>
public sealed class ReadingAnswersJson
{
    /// <summary>Largest case file that is read, in bytes. A person gives a handful of answers.</summary>
    public const int MaxBytes = 1 << 20;

    private const int Version = 1;
    private readonly AnswersFile _file;

    private ReadingAnswersJson(AnswersFile file, ReadingAnswers answers) => (_file, Answers) = (file, answers);

    /// <summary>A case without answers.</summary>
    public static ReadingAnswersJson Empty { get; } = new(new AnswersFile { Version = Version }, ReadingAnswers.None);

    /// <summary>The answers.</summary>
    public ReadingAnswers Answers { get; }

    /// <summary>Reads the bytes of a case file; null when they are something else, or of a later version.</summary>
    /// <param name="bytes">The whole file.</param>
    public static ReadingAnswersJson? TryRead(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MaxBytes)
            return null;
        try
        {
            var file = JsonSerializer.Deserialize(bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes, AnswersContext.Default.AnswersFile);
            if (file is not { Version: Version, Answers: not null } || file.Answers.Any(entry => entry is null || !entry.IsValid))
                return null;
            return new ReadingAnswersJson(file, new ReadingAnswers(file.Answers.Select(entry => entry.ToAnswer())));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The same case with other answers; fields that are not known stay.</summary>
    /// <param name="answers">All answers of the case.</param>
    public ReadingAnswersJson With(ReadingAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var entries = answers.All.Select(answer => AnswerEntry.Of(answer, _file.Answers.LastOrDefault(entry => entry.About == answer.Target)));
        return new ReadingAnswersJson(new AnswersFile { Version = Version, Answers = [.. entries], Others = _file.Others }, answers);
    }

    /// <summary>The bytes of the case file: UTF-8, indented, with a line feed at the end.</summary>
    public byte[] ToBytes() => [.. JsonSerializer.SerializeToUtf8Bytes(_file, AnswersContext.Default.AnswersFile), (byte)'\n'];

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => "case file";
}

internal sealed class AnswersFile
{
    public int Version { get; init; }

    public IReadOnlyList<AnswerEntry> Answers { get; init; } = [];

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Others { get; set; }
}

internal sealed class AnswerEntry
{
    public string? About { get; init; }

    public IReadOnlyList<string>? Me { get; init; }

    public string? Dates { get; init; }

    public string? Zone { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Others { get; set; }

    internal bool IsValid => (Dates is null or "dmy" or "mdy" or "ymd") && Me?.Contains(null!, StringComparer.Ordinal) != true;

    internal static AnswerEntry Of(ReadingAnswer answer, AnswerEntry? before) => new()
    {
        About = answer.Target,
        Me = answer.Me.Count > 0 ? answer.Me : null,
        Dates = answer.DateOrder switch
        {
            DateOrder.DayMonthYear => "dmy",
            DateOrder.MonthDayYear => "mdy",
            DateOrder.YearMonthDay => "ymd",
            _ => null,
        },
        Zone = answer.Zone,
        Others = before?.Others,
    };

    internal ReadingAnswer ToAnswer() => new()
    {
        Target = About,
        Me = Me ?? [],
        DateOrder = Dates switch
        {
            "dmy" => DateOrder.DayMonthYear,
            "mdy" => DateOrder.MonthDayYear,
            "ymd" => DateOrder.YearMonthDay,
            _ => DateOrder.Unknown,
        },
        Zone = Zone,
    };
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true)]
[JsonSerializable(typeof(AnswersFile))]
internal sealed partial class AnswersContext : JsonSerializerContext;
