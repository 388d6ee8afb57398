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
        RequireWhole(header.Title);
        RequireWhole(header.Id);
        RequireWhole(header.Owner);
        _isOpen = true;
    }

    public void Add(Message message)
    {
        Require(_isOpen, "a message came outside a conversation");
        RequireText(message.Text);
        RequireText(message.Quoted);
        RequireText(message.Subject);
        RequireWhole(message.From);
        RequireWhole(message.Id);
        foreach (var earlier in message.Earlier)
            RequireText(earlier.Text);
        foreach (var name in message.Media)
            RequireWhole(name);
        foreach (var reaction in message.Reactions)
        {
            RequireWhole(reaction.Actor);
            RequireWhole(reaction.Symbol);
        }

        _ = message.At.ToString();
        _ = message.EditedAt.ToString();
        RequireInside(message.Place);
        _results++;
    }

    public void Add(Contact contact)
    {
        RequireWhole(contact.Name);
        RequireWhole(contact.Id);
        RequireWhole(contact.Link);
        _ = contact.At.ToString();
        RequireInside(contact.Place);
        _results++;
    }

    public void End(ConversationFooter footer)
    {
        Require(_isOpen, "a conversation ended that never began");
        Require(footer.DateOrderConfidence is >= 0 and <= 1, "a confidence is not between 0 and 1");
        Require(footer.OwnerConfidence is >= 0 and <= 1, "a confidence is not between 0 and 1");
        foreach (var name in footer.Participants)
            RequireWhole(name);
        RequireWhole(footer.Owner);
        _isOpen = false;
    }

    public void Report(ReadingProblem problem)
    {
        RequireInside(problem.Place);
        RequireWhole(problem.Text);
        _results++;
    }

    /// <summary>To be called when the reader is done.</summary>
    internal void Complete()
    {
        Require(!_isOpen, "a conversation never ended");
        Require(_results > 0, "neither a message nor a problem");
    }

    private void RequireText(string? text)
    {
        Require((text?.Length ?? 0) <= options.MaxTextLength, "a text is longer than allowed");
        RequireWhole(text);
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
