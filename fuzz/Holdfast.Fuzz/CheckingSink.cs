using Holdfast.Conversations;

namespace Holdfast.Fuzz;

/// <summary>Thrown when a reader breaks a promise without crashing.</summary>
internal sealed class InvariantException(string message) : Exception(message);

/// <summary>Checks what a reader pushes against what every reader promises.</summary>
internal sealed class CheckingSink(long length, ReadingOptions options) : IConversationSink
{
    private bool _isOpen;
    private long _results;

    public void Begin(ConversationHeader header)
    {
        Require(!_isOpen, "a conversation began inside another");
        _isOpen = true;
    }

    public void Add(Message message)
    {
        Require(_isOpen, "a message came outside a conversation");
        Require((message.Text?.Length ?? 0) <= options.MaxTextLength, "a text is longer than allowed");
        RequireWhole(message.Text);
        RequireWhole(message.From);
        _ = message.At.ToString();
        RequireInside(message.Place);
        _results++;
    }

    public void Add(Contact contact)
    {
        RequireWhole(contact.Name);
        RequireWhole(contact.Id);
        RequireInside(contact.Place);
        _results++;
    }

    public void End(ConversationFooter footer)
    {
        Require(_isOpen, "a conversation ended that never began");
        Require(footer.DateOrderConfidence is >= 0 and <= 1, "a confidence is not between 0 and 1");
        _isOpen = false;
    }

    public void Report(ReadingProblem problem)
    {
        RequireInside(problem.Place);
        _results++;
    }

    /// <summary>To be called when the reader is done.</summary>
    internal void Complete()
    {
        Require(!_isOpen, "a conversation never ended");
        Require(_results > 0, "neither a message nor a problem");
    }

    private void RequireInside(RecordPlace place) =>
        Require(place.Offset >= 0 && place.Length >= 0 && place.Offset + place.Length <= length, "a place lies outside the file");

    private static void RequireWhole(string? text)
    {
        for (var i = 0; text is not null && i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            Require(i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]), "half a surrogate pair");
            i++;
        }
    }

    private static void Require(bool condition, string message)
    {
        if (!condition)
            throw new InvariantException(message);
    }
}
