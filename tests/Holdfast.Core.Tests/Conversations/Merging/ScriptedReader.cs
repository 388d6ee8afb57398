using Holdfast.Conversations;

namespace Holdfast.Core.Tests.Conversations.Merging;

/// <summary>Stands for the reader of any format: gives the conversations that a test wrote down, one for each file.</summary>
internal sealed class ScriptedReader(string format) : IExportReader
{
    private readonly Dictionary<string, Conversation> _conversations = new(StringComparer.Ordinal);

    public string Format => format;

    /// <summary>How often a file was read.</summary>
    internal int Reads { get; private set; }

    public bool Recognises(ExportHead head) => true;

    /// <summary>Adds a conversation; each line is "TIME|SENDER|TEXT", a time with Z being an instant.</summary>
    internal ExportFile Add(string file, string? title, string? owner, params string[] lines) =>
        Add(file, new ConversationHeader(format) { Title = title, Owner = owner }, lines);

    internal ExportFile Add(string file, ConversationHeader header, params string[] lines)
    {
        var source = ExportFile.FromBytes(file, [1]);
        var messages = lines.Select((line, i) => Line(line, source, i)).ToList();
        _conversations.Add(file, new Conversation(header, messages, new ConversationFooter
        {
            Participants = [.. messages.Select(message => message.From).OfType<string>().Distinct()],
        }));
        return source;
    }

    internal void Change(string file, Func<Message, Message> change)
    {
        var old = _conversations[file];
        _conversations[file] = old with { Messages = [.. old.Messages.Select(change)] };
    }

    public void Read(IReadOnlyList<ExportFile> files, ReadingOptions options, IConversationSink sink)
    {
        foreach (var file in files)
        {
            Reads++;
            var conversation = _conversations[file.Name];
            sink.Begin(conversation.Header);
            foreach (var message in conversation.Messages)
                sink.Add(message);
            sink.End(conversation.Footer);
        }
    }

    internal static MessageTime Time(string text) => text.Length == 0 ? MessageTime.None
        : text.EndsWith('Z') ? MessageTime.FromInstant(DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture))
        : MessageTime.FromWall(DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture));

    private static Message Line(string line, ExportFile file, int index)
    {
        var parts = line.Split('|');
        return new Message
        {
            At = Time(parts[0]),
            From = parts[1],
            Text = parts[2],
            Id = parts.Length > 3 ? parts[3] : null,
            File = file,
            Place = new RecordPlace(index, 1, index + 1),
        };
    }
}
