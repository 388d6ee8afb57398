namespace Holdfast.Conversations.Formats.WhatsApp;

/// <summary>
/// Finds whose phone wrote an export. The format does not say it; some lines of the phone do ("You deleted this message"),
/// and the name of the file names the other person of a chat of two.
/// </summary>
internal sealed class WhatsAppOwner
{
    /// <summary>The phone writes "You" about the sender; anybody could have typed it.</summary>
    internal const double Stated = 0.9;

    private string? _deleter;
    private string? _doer;
    private bool _hasDoerWritten;

    /// <summary>Looks at a record.</summary>
    internal void See(string? sender, MessageKind kind, string text)
    {
        if (sender is null)
            return;
        if (kind == MessageKind.Deleted && _deleter is null && BodyClassifier.IsDeletedByOwner(text))
            _deleter = sender;
        else if (kind == MessageKind.Notice && _doer is null && BodyClassifier.IsDoneByOwner(text))
            _doer = sender;
        else if (kind == MessageKind.Text)
            _hasDoerWritten |= sender == _doer;
    }

    /// <summary>The owner and how sure that is, or null.</summary>
    /// <param name="names">All senders.</param>
    /// <param name="title">The name of the chat, if the file is called after it.</param>
    internal (string? Owner, double Confidence) Conclude(IReadOnlyList<string> names, string? title)
    {
        if (_deleter is not null)
            return (_deleter, Stated);
        // An iPhone writes notices under the name of the group, which never writes words of its own.
        if (_doer is not null && _hasDoerWritten && _doer != title)
            return (_doer, ChatOwner.FromOneChat);
        return ChatOwner.NotNamedBy(title, names) is { } other ? (other, ChatOwner.FromOneChat) : (null, 0);
    }
}
