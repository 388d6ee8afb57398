using System.Globalization;
using System.Text.Json;
using Holdfast.Conversations;
using Holdfast.Conversations.Questions;
using Holdfast.Conversations.Timelines;
using Holdfast.Words;

namespace Holdfast.Cli.Output;

/// <summary>Writes a time line as JSON. The shape is documented in docs/json.md.</summary>
internal static class TimelineJson
{
    private const int FlushAt = 64 * 1024;

    public static void Write(
        Utf8JsonWriter json,
        Timeline timeline,
        TimelineText.Range range,
        IReadOnlyList<ReadingQuestion> questions,
        IReadOnlyList<ReadingProblem> problems,
        Wording words)
    {
        json.WriteStartObject();
        json.WriteStartArray("conversations");
        foreach (var conversation in timeline.Conversations)
        {
            Conversation(json, conversation);
        }

        json.WriteEndArray();
        json.WriteStartArray("entries");
        var shown = 0;
        foreach (var entry in range.Of(timeline))
        {
            Entry(json, entry);
            shown++;
            if (json.BytesPending > FlushAt)
            {
                json.Flush();
            }
        }

        json.WriteEndArray();
        json.WriteNumber("more", timeline.Entries(range.From, range.To).Count() - shown);
        json.WriteNumber("withoutDay", range.LeftOut(timeline));
        QuestionText.Write(json, words, questions);
        ReadJson.WriteProblems(json, problems, words);
        json.WriteEndObject();
        json.Flush();
    }

    private static void Conversation(Utf8JsonWriter json, TimelineConversation conversation)
    {
        json.WriteStartObject();
        json.WriteString("format", conversation.Header.Format);
        json.WriteText("title", conversation.Header.Title);
        if (conversation.Header.Folder != ConversationFolder.Inbox)
        {
            json.WriteString("folder", Names.Kebab(conversation.Header.Folder.ToString()));
        }

        json.WriteText("owner", conversation.Owner);
        if (conversation.Owner is not null)
        {
            json.WriteNumber("ownerConfidence", conversation.Footer.OwnerConfidence);
        }

        json.WriteTexts("participants", conversation.Footer.Participants);
        json.WriteNumber("messages", conversation.Records);
        json.WriteEndObject();
    }

    private static void Entry(Utf8JsonWriter json, TimelineEntry entry)
    {
        json.WriteStartObject();
        json.WriteText("at", entry.At.Knowledge == TimeKnowledge.None ? null : entry.At.ToString());
        json.WriteString("state", Names.Kebab(entry.State.ToString()));
        json.WriteText("utc", entry.Utc?.ToString("yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture));
        json.WriteNumber("conversation", entry.Conversation);
        json.WriteText("from", entry.From);
        if (entry.IsOwner is { } isOwner)
        {
            json.WriteBoolean("writtenByOwner", isOwner);
        }
        else
        {
            json.WriteNull("writtenByOwner");
        }

        json.WriteString("kind", Names.Of(entry.Kind));
        if (entry.Event != MessageEvent.None)
        {
            json.WriteString("event", Names.Kebab(entry.Event.ToString()));
        }

        if (entry.Subject is not null)
        {
            json.WriteText("subject", entry.Subject);
        }

        json.WriteText("text", entry.Text);
        json.WriteTexts("media", entry.Media);
        json.WriteStartObject("source");
        ReadJson.WritePlace(json, entry.File, entry.Place);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
