using System.Globalization;
using System.Text.Json;
using Holdfast.Conversations;

namespace Holdfast.Conformance;

/// <summary>Compares what was read with the facts that an expected.json states. What it does not state is not compared.</summary>
internal static class ChatExpectation
{
    public static IEnumerable<string> Differences(JsonElement expected, ConversationCollector read)
    {
        var messages = read.Conversations.SelectMany(conversation => conversation.Messages).ToList();
        if (expected.TryGetProperty("counts", out var counts))
        {
            if (Number(counts, "records") is { } records && records != messages.Count)
            {
                yield return $"{messages.Count} records, not {records}";
            }

            foreach (var difference in CountDifferences(counts, read, messages))
            {
                yield return difference;
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
            if (expected.TryGetProperty(edge, out var want) && Text(want, "timestamp") is { } at && messages.Count > 0)
            {
                var atThatTime = messages.Where(message => SameTime(message.At, at)).ToList();
                if (atThatTime.Count == 0)
                {
                    yield return $"{edge} time not found";
                }
                else if (atThatTime.TrueForAll(message => WrongEdge(want, message) is not null))
                {
                    yield return $"{edge}: {WrongEdge(want, atThatTime[0])}";
                }
            }
        }

        foreach (var difference in ConversationDifferences(expected, read))
        {
            yield return difference;
        }

        foreach (var name in Strings(expected, "attachments_named").Concat(Strings(expected, "attachments")))
        {
            if (!messages.Exists(message => message.Media.Any(media => IsTail(media, name))))
            {
                yield return "an attachment is not named";
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

    private static IEnumerable<string> CountDifferences(JsonElement counts, ConversationCollector read, List<Message> messages)
    {
        // A list of calls beside the chats is a conversation of its own, and not counted there.
        var conversations = read.Conversations.Count(conversation => conversation.Messages.Any(message => message.Kind != MessageKind.Call));

        // A count that can be read in two ways in these files ("with_text", "service") is not compared.
        (string Name, int Have)[] stated =
        [
            ("conversations", conversations),
            ("threads", conversations),
            ("chats", conversations),
            ("unsent", messages.Count(message => message.Kind == MessageKind.Unsent)),
            ("unsent_stub", messages.Count(message => message.Kind == MessageKind.Unsent)),
            ("deleted", messages.Count(message => message.Kind is MessageKind.Deleted or MessageKind.Unsent)),
            ("call", messages.Count(message => message.Kind == MessageKind.Call)),
            ("calls", messages.Count(message => message.Kind == MessageKind.Call)),
            ("edited", messages.Count(message => message.EditedAt.Knowledge != TimeKnowledge.None || message.Earlier.Count > 0)),
            ("text_not_exported", messages.Count(message => message.Kind == MessageKind.NotExported)),
        ];
        foreach (var (name, have) in stated)
        {
            if (Number(counts, name) is { } want && want != have)
            {
                yield return $"{have} {name}, not {want}";
            }
        }

        if (Number(counts, "notices") is { } notices && Number(counts, "ambiguous") is null && Number(counts, "truncated_tail") is null
            && notices != messages.Count(message => !IsAuthored(message)))
        {
            yield return $"{messages.Count(message => !IsAuthored(message))} notices, not {notices}";
        }
    }

    private static IEnumerable<string> ConversationDifferences(JsonElement expected, ConversationCollector read)
    {
        var wanted = expected.TryGetProperty("threads", out var threads) && threads.ValueKind == JsonValueKind.Object
            ? threads.EnumerateObject().Select(thread => thread.Value)
            : expected.TryGetProperty("chats", out var chats) && chats.ValueKind == JsonValueKind.Array
                ? chats.EnumerateArray().Where(chat => chat.ValueKind == JsonValueKind.Object)
                : [];
        foreach (var want in wanted)
        {
            if (!read.Conversations.Any(conversation => (Number(want, "records") is not { } records || records == conversation.Messages.Count)
                && (Text(want, "name") is not { } name || name == conversation.Header.Title)
                && Strings(want, "participants").ToHashSet().IsSubsetOf(conversation.Footer.Participants)))
            {
                yield return "a conversation differs in records, name or members";
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

    // The first and the last record are often calls or notices, whose words are made up by whoever wrote the expectation.
    private static string? WrongEdge(JsonElement want, Message message) =>
        Text(want, "sender") is { } name && name != message.From && !(message.From is null && message.Text?.StartsWith(name, StringComparison.Ordinal) == true) ? "sender"
        : Text(want, "text") is { Length: > 0 } text && text != message.Text && text != message.Text?.Trim() ? "text"
        : null;

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

        return Text(want, "timestamp") is { } at && !SameTime(message.At, at) ? "time" : WrongExtra(want, message);
    }

    private static string? WrongExtra(JsonElement want, Message message)
    {
        if (Text(want, "kind") is { } kind && kind.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal)
            .Equals(message.Kind.ToString(), StringComparison.OrdinalIgnoreCase) == false)
        {
            return "kind";
        }

        if (want.TryGetProperty("unsent", out var unsent) && unsent.ValueKind == JsonValueKind.True && message.Kind != MessageKind.Unsent)
        {
            return "unsent";
        }

        if (Text(want, "edited_at") is { } edited && !SameTime(message.EditedAt, edited))
        {
            return "time of the edit";
        }

        if (Strings(want, "media").Any(name => !message.Media.Any(media => IsTail(media, name)))
            || (Number(want, "attachments") is { } attachments && attachments != message.Media.Count))
        {
            return "media";
        }

        if (want.TryGetProperty("reactions", out var reactions) && !HasReactions(reactions, message))
        {
            return "reactions";
        }

        return Text(want, "from_name") is { } name && name != message.From ? "name" : null;
    }

    private static bool HasReactions(JsonElement want, Message message) => want.ValueKind switch
    {
        JsonValueKind.Number => want.GetInt64() == message.Reactions.Count,
        JsonValueKind.Array => want.GetArrayLength() == message.Reactions.Count && want.EnumerateArray().Select((one, i) =>
            Text(one, "reaction") == message.Reactions[i].Symbol && (Text(one, "actor") ?? message.Reactions[i].Actor) == message.Reactions[i].Actor).All(right => right),
        _ => true,
    };

    // Exports of one platform differ in the folders that they write before the name.
    private static bool IsTail(string have, string want) =>
        have == want || have.EndsWith("/" + want, StringComparison.Ordinal) || Path.GetFileNameWithoutExtension(have).EndsWith(want, StringComparison.Ordinal);

    private static IEnumerable<string> Strings(JsonElement element, string name) =>
        element.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)
            : [];

    private static bool SameTime(MessageTime time, string expected)
    {
        var isWall = expected.EndsWith(" (local)", StringComparison.Ordinal);
        expected = expected.Replace(" (local)", "", StringComparison.Ordinal);
        if (time.Knowledge == TimeKnowledge.Instant && !isWall)
        {
            return DateTimeOffset.TryParse(expected, CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal, out var instant) && instant == time.Instant;
        }

        return DateTime.TryParse(expected, CultureInfo.InvariantCulture, out var wall) && wall == time.Wall;
    }

    // A deleted account has no name any more, but its id is still there.
    private static bool IsAuthored(Message message) =>
        message.From is not null || (message.FromId is not null && message.Kind is not (MessageKind.Notice or MessageKind.Call));

    private static long? Number(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt64() : null;

    public static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        } : null;
}
