using System.Text.Json;
using Holdfast.Conversations;
using Holdfast.Words;

namespace Holdfast.Cli.Output;

/// <summary>Writes conversations as JSON while they are read, so that a file of any size passes through.</summary>
internal sealed class ReadJson : IConversationSink, IDisposable
{
    private const int FlushAt = 64 * 1024;

    private readonly Utf8JsonWriter _json;
    private readonly Wording _words;
    private readonly List<ReadingProblem> _problems = [];
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

    public void Begin(ConversationHeader header)
    {
        _header = header;
        _json.WriteStartObject();
        _json.WriteString("format", header.Format);
        _json.WriteText("title", header.Title);
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
        _json.WriteText("file", message.File.Name);
        _json.WriteNumber("offset", message.Place.Offset);
        _json.WriteNumber("length", message.Place.Length);
        if (message.Place.Line > 0)
        {
            _json.WriteNumber("line", message.Place.Line);
        }

        _json.WriteText("sha256", _hasher.Hash(message));
        _json.WriteEndObject();
        _json.WriteEndObject();
        if (_json.BytesPending > FlushAt)
        {
            _json.Flush();
        }
    }

    public void End(ConversationFooter footer)
    {
        _json.WriteEndArray();
        _json.WriteText("owner", _header?.Owner ?? footer.Owner);
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
    public void Finish()
    {
        _json.WriteEndArray();
        WriteProblems(_json, _problems, _words);
        _json.WriteEndObject();
        _json.Flush();
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
            json.WriteText("why", words.GetFor("problem", problem.Kind));
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

        if (message.FromId is not null)
        {
            _json.WriteText("fromId", message.FromId);
        }

        if (message.Subject is not null)
        {
            _json.WriteText("subject", message.Subject);
        }

        if (message.EditedAt.Knowledge != TimeKnowledge.None)
        {
            _json.WriteString("editedAt", message.EditedAt.ToString());
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
}
