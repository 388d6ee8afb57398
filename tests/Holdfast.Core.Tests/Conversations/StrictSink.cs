using Holdfast.Conversations;

namespace Holdfast.Core.Tests.Conversations;

/// <summary>Collects what a reader pushes and fails when the calls come in the wrong order.</summary>
internal sealed class StrictSink : IConversationSink
{
    private readonly ConversationCollector _collector = new();
    private bool _isOpen;

    internal IReadOnlyList<Conversation> Conversations => _collector.Conversations;

    internal IReadOnlyList<ReadingProblem> Problems => _collector.Problems;

    internal IReadOnlyList<Contact> Contacts => _collector.Contacts;

    internal IEnumerable<Message> Messages => Conversations.SelectMany(c => c.Messages);

    public void Begin(ConversationHeader header)
    {
        Assert.False(_isOpen, "a conversation began inside another");
        _isOpen = true;
        _collector.Begin(header);
    }

    public void Add(Message message)
    {
        Assert.True(_isOpen, "a message came outside a conversation");
        _collector.Add(message);
    }

    public void Add(Contact contact) => _collector.Add(contact);

    public void End(ConversationFooter footer)
    {
        Assert.True(_isOpen, "a conversation ended that never began");
        _isOpen = false;
        _collector.End(footer);
    }

    public void Report(ReadingProblem problem) => _collector.Report(problem);

    /// <summary>Reads files with one reader.</summary>
    internal static StrictSink Read(IExportReader reader, ReadingOptions? options, params ExportFile[] files)
    {
        var sink = new StrictSink();
        reader.Read(files, options ?? new ReadingOptions(), sink);
        Assert.False(sink._isOpen, "a conversation never ended");
        return sink;
    }

    /// <summary>Reads one file given as text.</summary>
    internal static StrictSink Read(IExportReader reader, string text, ReadingOptions? options = null, string name = "file") =>
        Read(reader, options, ExportFile.FromBytes(name, System.Text.Encoding.UTF8.GetBytes(text)));
}
