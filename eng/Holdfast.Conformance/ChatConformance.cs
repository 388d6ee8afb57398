using System.Text.Json;
using Holdfast.Conversations;

namespace Holdfast.Conformance;

/// <summary>Reads every export fixture and compares what came out with what its expected.json states.</summary>
internal static class ChatConformance
{
    public static void Run(string folder, bool details)
    {
        Console.WriteLine("## Chat exports\n");
        Console.WriteLine("| fixture | result | what differs |\n|---|---|---|");
        int passed = 0, total = 0;
        foreach (var expectedPath in Directory.EnumerateFiles(folder, "expected.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var fixture = Path.GetDirectoryName(expectedPath)!;
            var name = Path.GetRelativePath(folder, fixture).Replace('\\', '/');
            total++;
            var differences = Compare(fixture, expectedPath);
            passed += differences.Count == 0 ? 1 : 0;
            Console.WriteLine($"| {name} | {(differences.Count == 0 ? "pass" : "differs")} | {string.Join("; ", differences.Take(details ? 50 : 3))} |");
        }

        Console.WriteLine($"\n{passed} of {total} fixtures.\n");
    }

    private static List<string> Compare(string fixture, string expectedPath)
    {
        var input = Path.Combine(fixture, "input");
        var files = Directory.EnumerateFiles(input, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(path => new ExportFile(
                Path.GetRelativePath(input, path).Replace('\\', '/'), new FileInfo(path).Length, () => File.OpenRead(path)));
        var collector = new ConversationCollector();
        ExportSet.Open(files, new ReadingOptions()).Read(collector);
        using var document = JsonDocument.Parse(File.ReadAllText(expectedPath));
        return [.. Differences(document.RootElement, collector)];
    }

    private static IEnumerable<string> Differences(JsonElement expected, ConversationCollector read)
    {
        var messages = read.Conversations.SelectMany(conversation => conversation.Messages).ToList();
        if (expected.TryGetProperty("counts", out var counts))
        {
            if (Number(counts, "records") is { } records && records != messages.Count)
            {
                yield return $"{messages.Count} records, not {records}";
            }

            if (Number(counts, "authored") is { } authored && authored != messages.Count(IsAuthored)
                && Number(counts, "ambiguous") is null && Number(counts, "truncated_tail") is null)
            {
                yield return $"{messages.Count(IsAuthored)} authored, not {authored}";
            }
        }

        if (expected.TryGetProperty("participants", out var participants) && participants.ValueKind == JsonValueKind.Array)
        {
            var want = participants.EnumerateArray().Select(name => name.GetString()!).ToHashSet();
            var have = read.Conversations.SelectMany(conversation => conversation.Footer.Participants).ToHashSet();
            if (!want.IsSubsetOf(have))
            {
                yield return $"{want.Except(have).Count()} participants missing";
            }
        }

        if (expected.TryGetProperty("exporter", out var exporter) && exporter.GetString() is { } owner
            && !read.Conversations.Any(conversation => conversation.Owner == owner))
        {
            yield return "owner not found";
        }

        foreach (var edge in new[] { "first", "last" })
        {
            if (expected.TryGetProperty(edge, out var want) && want.TryGetProperty("timestamp", out var at) && messages.Count > 0
                && !messages.Exists(message => SameTime(message.At, at.GetString()!)))
            {
                yield return $"{edge} time not found";
            }
        }

        if (expected.TryGetProperty("exact", out var exact))
        {
            foreach (var want in exact.EnumerateArray())
            {
                if (ExactDifference(want, messages) is { } difference)
                {
                    yield return difference;
                }
            }
        }
    }

    private static string? ExactDifference(JsonElement want, List<Message> messages)
    {
        var position = Number(want, "record");
        var candidates = position is { } at
            ? at < messages.Count ? [messages[(int)at]] : []
            : Text(want, "id") is { Length: > 0 } id ? messages.Where(message => message.Id == id).ToList()
            : Text(want, "timestamp") is { } time ? messages.Where(message => SameTime(message.At, time)).ToList() : messages;
        if (candidates.Count == 0)
        {
            return $"no record {position?.ToString() ?? Text(want, "id") ?? "at that time"}";
        }

        foreach (var message in candidates)
        {
            var wrong = Wrong(want, message);
            if (wrong is null)
            {
                return null;
            }

            if (candidates.Count == 1)
            {
                return $"record {position?.ToString() ?? Text(want, "id") ?? ""}: {wrong}";
            }
        }

        return "no record has all stated fields";
    }

    private static string? Wrong(JsonElement want, Message message)
    {
        if (want.TryGetProperty("text", out var text) && text.GetString() is var body
            && !(body == message.Text || (string.IsNullOrEmpty(body) && string.IsNullOrEmpty(message.Text)) || body == message.Text?.Trim()))
        {
            return "text";
        }

        if (Text(want, "text_contains") is { } part && message.Text?.Contains(part, StringComparison.Ordinal) != true)
        {
            return "text";
        }

        if (want.TryGetProperty("sender", out var sender) && sender.GetString() != message.From)
        {
            return "sender";
        }

        if (Text(want, "subject") is { } subject && subject != message.Subject)
        {
            return "subject";
        }

        if (Text(want, "from") is { } from && from != message.FromId && from != message.From)
        {
            return "address";
        }

        return Text(want, "timestamp") is { } at && !SameTime(message.At, at) ? "time" : null;
    }

    private static bool SameTime(MessageTime time, string expected)
    {
        var isWall = expected.EndsWith(" (local)", StringComparison.Ordinal);
        expected = expected.Replace(" (local)", "", StringComparison.Ordinal);
        if (time.Knowledge == TimeKnowledge.Instant && !isWall)
        {
            return DateTimeOffset.TryParse(expected, System.Globalization.CultureInfo.InvariantCulture,
                System.Globalization.DateTimeStyles.AssumeUniversal, out var instant) && instant == time.Instant;
        }

        return DateTime.TryParse(expected, System.Globalization.CultureInfo.InvariantCulture, out var wall) && wall == time.Wall;
    }

    // A deleted account has no name any more, but its id is still there.
    private static bool IsAuthored(Message message) =>
        message.From is not null || (message.FromId is not null && message.Kind is not (MessageKind.Notice or MessageKind.Call));

    private static long? Number(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt64() : null;

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        } : null;
}
