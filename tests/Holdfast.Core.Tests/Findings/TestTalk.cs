using Holdfast.Conversations;
using Holdfast.Findings;

namespace Holdfast.Core.Tests.Findings;

/// <summary>An invented conversation, given to a recogniser message by message.</summary>
internal sealed class TestTalk
{
    private static readonly ExportFile File = ExportFile.FromBytes("chat.txt", []);

    private readonly List<Message> _messages = [];
    private DateTime? _at;

    /// <summary>Lets time pass before the next message; from the first call on, messages have times.</summary>
    internal TestTalk After(TimeSpan time)
    {
        _at = (_at ?? new DateTime(2020, 1, 1)) + time;
        return this;
    }

    internal TestTalk Say(string? from, string text, string? subject = null)
    {
        _messages.Add(new Message { File = File, From = from, Text = text, Subject = subject, At = _at is { } at ? MessageTime.FromWall(at) : MessageTime.None });
        return this;
    }

    internal TestTalk Chatter(int messages)
    {
        for (var i = 0; i < messages; i++)
            Say(i % 2 == 0 ? "Lena" : "Robin", "the weather is fine today");
        return this;
    }

    internal IReadOnlyList<Message> Messages => _messages;

    /// <summary>Gives the conversation to a recogniser, without asking for the answer.</summary>
    internal void To(Recogniser recogniser, string? owner = null, string? ownerAtTheEnd = null)
    {
        recogniser.Begin(new ConversationHeader("plain-text") { Owner = owner });
        foreach (var message in _messages)
            recogniser.Add(message);
        recogniser.End(new ConversationFooter { Owner = ownerAtTheEnd });
    }

    internal Assessment Check(string? owner = null, string? ownerAtTheEnd = null)
    {
        var recogniser = new Recogniser(new RecogniserOptions());
        To(recogniser, owner, ownerAtTheEnd);
        return recogniser.Assess();
    }
}
