using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Holdfast.Conversations;

namespace Holdfast.Core.Tests.Conversations;

/// <summary>Writes what was read as JSON, for comparing with an expected file.</summary>
internal static class ReadingDump
{
    private static readonly JsonWriterOptions Pretty = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    internal static string Of(IReadOnlyList<Conversation> conversations, IReadOnlyList<ReadingProblem> problems, IReadOnlyList<Contact>? contacts = null)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Pretty))
        {
            json.WriteStartObject();
            json.WriteStartArray("conversations");
            foreach (var conversation in conversations)
                Write(json, conversation);
            json.WriteEndArray();
            if (contacts?.Count > 0)
            {
                json.WriteStartArray("contacts");
                foreach (var contact in contacts)
                    Write(json, contact);
                json.WriteEndArray();
            }

            json.WriteStartArray("problems");
            foreach (var problem in problems)
                Write(json, problem);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void Write(Utf8JsonWriter json, Conversation conversation)
    {
        json.WriteStartObject();
        json.WriteString("format", conversation.Header.Format);
        WriteIfAny(json, "id", conversation.Header.Id);
        WriteIfAny(json, "title", conversation.Header.Title);
        if (conversation.Header.Folder != ConversationFolder.Inbox)
            json.WriteString("folder", conversation.Header.Folder.ToString());
        WriteIfAny(json, "owner", conversation.Owner);
        if (conversation.Header.IsSingleVoice)
            json.WriteBoolean("singleVoice", true);
        if (conversation.Footer.DateOrder != DateOrder.Unknown)
            json.WriteString("dateOrder", conversation.Footer.DateOrder.ToString());
        json.WriteStartArray("participants");
        foreach (var name in conversation.Footer.Participants)
            json.WriteStringValue(name);
        json.WriteEndArray();
        json.WriteStartArray("messages");
        foreach (var message in conversation.Messages)
            Write(json, message);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Message message)
    {
        json.WriteStartObject();
        WriteIfAny(json, "id", message.Id);
        WriteIfAny(json, "at", message.At.ToString());
        WriteIfAny(json, "from", message.From);
        WriteIfAny(json, "fromId", message.FromId);
        if (message.Kind != MessageKind.Text)
            json.WriteString("kind", message.Kind.ToString());
        if (message.Event != MessageEvent.None)
            json.WriteString("event", message.Event.ToString());
        WriteIfAny(json, "subject", message.Subject);
        json.WriteString("text", message.Text);
        foreach (var media in message.Media)
            json.WriteString("media", media);
        foreach (var reaction in message.Reactions)
            json.WriteString("reaction", $"{reaction.Symbol} {reaction.Actor}");
        WriteIfAny(json, "replyTo", message.ReplyTo);
        WriteIfAny(json, "quoted", message.Quoted);
        foreach (var earlier in message.Earlier)
            json.WriteString("earlier", $"{earlier.At} {earlier.Text}");
        WriteIfAny(json, "edited", message.EditedAt.ToString());
        json.WriteString("place", $"{message.File.FileName} {message.Place.Offset}+{message.Place.Length}");
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Contact contact)
    {
        json.WriteStartObject();
        json.WriteString("relation", contact.Relation.ToString());
        WriteIfAny(json, "name", contact.Name);
        WriteIfAny(json, "id", contact.Id);
        WriteIfAny(json, "link", contact.Link);
        WriteIfAny(json, "at", contact.At.ToString());
        json.WriteString("place", $"{contact.File.FileName} {contact.Place.Offset}+{contact.Place.Length}");
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ReadingProblem problem)
    {
        json.WriteStartObject();
        json.WriteString("file", problem.File);
        json.WriteString("kind", problem.Kind.ToString());
        if (problem.Count is { } count)
            json.WriteNumber("count", count);
        WriteIfAny(json, "conversation", problem.Conversation);
        if (problem.Place != default)
            json.WriteString("place", $"{problem.Place.Offset}+{problem.Place.Length}");
        json.WriteEndObject();
    }

    private static void WriteIfAny(Utf8JsonWriter json, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            json.WriteString(name, value);
    }
}
