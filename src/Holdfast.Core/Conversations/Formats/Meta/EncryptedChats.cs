namespace Holdfast.Conversations.Formats.Meta;

/// <summary>
/// Sees that a standard download of Messenger stops short of the present. Since 2024 one-to-one chats are end-to-end
/// encrypted; what was written since lies in a download of its own, and a chat that just ends looks as if nothing followed.
/// </summary>
internal sealed class EncryptedChats
{
    // Somebody who writes to groups but to no single person for so long is rather somebody whose chats are elsewhere.
    private const int MostDaysBehind = 30;

    private bool _hasCutover;
    private bool _hasEncrypted;
    private DateTime _newest;
    private DateTime _newestOfTwo;
    private string? _file;

    /// <summary>Takes in a conversation that was read.</summary>
    /// <param name="file">A file of it.</param>
    /// <param name="people">How many people are in it.</param>
    /// <param name="messages">Its messages, oldest first.</param>
    internal void Add(MetaFile file, int people, IReadOnlyList<Message> messages)
    {
        _hasEncrypted |= file.IsEncrypted;
        if (!file.Format.StartsWith("messenger-", StringComparison.Ordinal))
            return;
        var newest = messages.LastOrDefault(message => message.At.Knowledge != TimeKnowledge.None)?.At.Wall ?? default;
        _newest = newest > _newest ? newest : _newest;
        var isCutover = file.Folder == ConversationFolder.EncryptedCutover;
        if (people <= 2 && newest > _newestOfTwo)
            (_newestOfTwo, _file) = (newest, isCutover || !_hasCutover ? file.File.Name : _file);
        if (isCutover && !_hasCutover)
            (_hasCutover, _file) = (true, file.File.Name);
    }

    /// <summary>Says where the newer chats are, once for all files, when some seem to be missing.</summary>
    internal void Report(IConversationSink sink)
    {
        var isBehind = _newestOfTwo != default && (_newest - _newestOfTwo).TotalDays > MostDaysBehind;
        if (_file is not null && !_hasEncrypted && (_hasCutover || isBehind))
            sink.Report(new ReadingProblem(_file, 0, ProblemKind.EncryptedChatsElsewhere));
    }
}
