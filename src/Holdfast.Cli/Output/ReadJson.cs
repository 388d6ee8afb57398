using System.Text.Json;
using Holdfast.Conversations;
using Holdfast.Conversations.Questions;
using Holdfast.Words;

namespace Holdfast.Cli.Output;

/// <summary>Writes conversations as JSON while they are read, so that a file of any size passes through.</summary>
internal sealed class ReadJson : IConversationSink, IDisposable
{
    private const int FlushAt = 64 * 1024;

    private readonly Utf8JsonWriter _json;
    private readonly Wording _words;
    private readonly List<ReadingProblem> _problems = [];
    private readonly List<Contact> _contacts = [];
    private readonly RecordHasher _hasher = new();
    private ConversationHeader? _header;

    public ReadJson(Utf8JsonWriter json, Wording words, string? input)
    {
        (_json, _words) = (json, words);
        json.WriteStartObject();
        if (input is not null)
        {
            json.WriteText("input", input);
        }

        json.WriteStartArray("conversations");
    }

    public IReadOnlyList<ReadingProblem> Problems => _problems;

    public long MessageCount { get; private set; }

    /// <summary>Messages and entries of contact lists: 0 when there was nothing to read.</summary>
    public long RecordCount => MessageCount + _contacts.Count;

    public void Begin(ConversationHeader header)
    {
        _header = header;
        _json.WriteStartObject();
        _json.WriteString("format", header.Format);
        _json.WriteText("title", header.Title);
        if (header.Folder != ConversationFolder.Inbox)
        {
            _json.WriteString("folder", Names.Kebab(header.Folder.ToString()));
        }

        _json.WriteStartArray("messages");
    }

    public void Add(Message message)
    {
        MessageCount++;
        _json.WriteStartObject();
        _json.WriteText("at", message.At.Knowledge == TimeKnowledge.None ? null : message.At.ToString());
        _json.WriteText("from", message.From);
        _json.WriteString("kind", Names.Of(message.Kind));
        _json.WriteText("text", message.Text);
        _json.WriteTexts("media", message.Media);
        WriteExtras(message);
        _json.WriteStartObject("source");
        WritePlace(_json, message.File, message.Place);
        _json.WriteText("sha256", _hasher.Hash(message));
        _json.WriteEndObject();
        _json.WriteEndObject();
        if (_json.BytesPending > FlushAt)
        {
            _json.Flush();
        }
    }

    public void Add(Contact contact) => _contacts.Add(contact);

    public void End(ConversationFooter footer)
    {
        _json.WriteEndArray();
        var owner = _header?.Owner ?? footer.Owner;
        _json.WriteText("owner", owner);
        if (owner is not null)
        {
            _json.WriteNumber("ownerConfidence", footer.OwnerConfidence);
        }

        _json.WriteTexts("participants", footer.Participants);
        if (Names.Of(footer.DateOrder) is { } order)
        {
            _json.WriteStartObject("dates");
            _json.WriteString("order", order);
            _json.WriteNumber("confidence", footer.DateOrderConfidence);
            _json.WriteEndObject();
        }

        _json.WriteEndObject();
    }

    public void Report(ReadingProblem problem) => _problems.Add(problem);

    public void Dispose() => _hasher.Dispose();

    /// <summary>Call once, after the last conversation.</summary>
    public void Finish(IReadOnlyList<ReadingQuestion> questions)
    {
        _json.WriteEndArray();
        WriteContacts();
        QuestionText.Write(_json, _words, questions);
        WriteProblems(_json, _problems, _words);
        _json.WriteEndObject();
        _json.Flush();
    }

    private void WriteContacts()
    {
        _json.WriteStartArray("contacts");
        foreach (var contact in _contacts)
        {
            _json.WriteStartObject();
            _json.WriteString("format", contact.Format);
            _json.WriteString("relation", Names.Kebab(contact.Relation.ToString()));
            _json.WriteText("name", contact.Name);
            _json.WriteText("id", contact.Id);
            _json.WriteText("link", contact.Link);
            _json.WriteText("at", contact.At.Knowledge == TimeKnowledge.None ? null : contact.At.ToString());
            _json.WriteStartObject("source");
            WritePlace(_json, contact.File, contact.Place);
            _json.WriteEndObject();
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    public static void WritePlace(Utf8JsonWriter json, ExportFile file, RecordPlace place)
    {
        json.WriteText("file", file.Name);
        json.WriteNumber("offset", place.Offset);
        json.WriteNumber("length", place.Length);
        if (place.Line > 0)
        {
            json.WriteNumber("line", place.Line);
        }
    }

    public static void WriteProblems(Utf8JsonWriter json, IEnumerable<ReadingProblem> problems, Wording words)
    {
        json.WriteStartArray("problems");
        foreach (var problem in problems)
        {
            json.WriteStartObject();
            json.WriteText("file", problem.File);
            if (problem.Line > 0)
            {
                json.WriteNumber("line", problem.Line);
            }
            else
            {
                json.WriteNull("line");
            }

            json.WriteString("kind", Names.Of(problem.Kind));
            json.WriteText("why", Names.Why(words, problem));
            if (problem.Count is { } count)
            {
                json.WriteNumber("count", count);
            }

            if (problem.Conversation is { } conversation)
            {
                json.WriteText("conversation", conversation);
            }

            if (problem.Text is not null)
            {
                json.WriteText("text", problem.Text);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteExtras(Message message)
    {
        if (message.Id is not null)
        {
            _json.WriteText("id", message.Id);
        }

        if (message.Event != MessageEvent.None)
        {
            _json.WriteString("event", Names.Kebab(message.Event.ToString()));
        }

        if (message.FromId is not null)
        {
            _json.WriteText("fromId", message.FromId);
        }

        if (message.PrintedTime is not null)
        {
            _json.WriteText("printedTime", message.PrintedTime);
        }

        if (message.Subject is not null)
        {
            _json.WriteText("subject", message.Subject);
        }

        if (message.ReplyTo is not null)
        {
            _json.WriteText("replyTo", message.ReplyTo);
        }

        if (message.Quoted is not null)
        {
            _json.WriteText("quoted", message.Quoted);
        }

        if (message.EditedAt.Knowledge != TimeKnowledge.None)
        {
            _json.WriteString("editedAt", message.EditedAt.ToString());
        }

        if (message.Earlier.Count > 0)
        {
            _json.WriteStartArray("earlier");
            foreach (var earlier in message.Earlier)
            {
                _json.WriteStartObject();
                _json.WriteText("text", earlier.Text);
                _json.WriteText("at", earlier.At.Knowledge == TimeKnowledge.None ? null : earlier.At.ToString());
                _json.WriteEndObject();
            }

            _json.WriteEndArray();
        }

        if (message.Picture is { } picture)
        {
            WritePicture(picture);
        }

        if (message.Reactions.Count > 0)
        {
            _json.WriteStartArray("reactions");
            foreach (var reaction in message.Reactions)
            {
                _json.WriteStartObject();
                _json.WriteText("actor", reaction.Actor);
                _json.WriteText("reaction", reaction.Symbol);
                _json.WriteEndObject();
            }

            _json.WriteEndArray();
        }
    }

    private void WritePicture(PictureReading picture)
    {
        _json.WriteStartObject("picture");
        _json.WriteNumber("x", picture.Box.X);
        _json.WriteNumber("y", picture.Box.Y);
        _json.WriteNumber("width", picture.Box.Width);
        _json.WriteNumber("height", picture.Box.Height);
        _json.WriteNumber("confidence", Math.Round(picture.Confidence, 3));
        _json.WriteStartArray("repairs");
        foreach (var repair in picture.Repairs)
        {
            _json.WriteStartObject();
            _json.WriteNumber("start", repair.Start);
            _json.WriteNumber("length", repair.Length);
            _json.WriteText("read", repair.Read);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
    }
}
