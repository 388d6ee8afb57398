namespace Holdfast.Conversations;

/// <summary>Why something could not be read, or could be read only in part. The words for each stand in <c>content/words</c>.</summary>
public enum ProblemKind
{
    /// <summary>The bytes are in no format that Holdfast reads.</summary>
    UnknownFormat,

    /// <summary>A known format that this version does not read.</summary>
    UnsupportedFormat,

    /// <summary>The file is empty, or holds no message at all.</summary>
    NoMessages,

    /// <summary>The file ends too early.</summary>
    Truncated,

    /// <summary>The file, or one record in it, breaks the rules of its format.</summary>
    Damaged,

    /// <summary>Text stands before the first message (the export was cut at the top).</summary>
    TextBeforeFirstMessage,

    /// <summary>The last record looks cut off.</summary>
    LastRecordCutOff,

    /// <summary>A record is kept, but its body is in a shape that cannot be read.</summary>
    UnreadableBody,

    /// <summary>A record is longer than <see cref="ReadingOptions.MaxTextLength"/>; its text is shown in part.</summary>
    TextTooLong,

    /// <summary>
    /// Bytes are not valid in the file's encoding. Those that are not UTF-8 were read as Windows-1252, those that are not
    /// UTF-16 (or have no letter in Windows-1252) as U+FFFD; NULs were left out.
    /// </summary>
    InvalidEncoding,

    /// <summary>An archive entry has a path that leaves the archive, or is absolute.</summary>
    UnsafePath,

    /// <summary>An archive is over a limit (entries, size, depth, ratio).</summary>
    ArchiveLimit,

    /// <summary>An archive cannot be opened, or one of its entries is broken or encrypted.</summary>
    ArchiveDamaged,

    /// <summary>An archive of a kind that is not opened (7z, rar, xz, bzip2); the person can unpack it and give the folder.</summary>
    ArchiveNotSupported,

    /// <summary>A PDF, or a page of it, without words in it: a scan or pictures. Screenshots can be read as pictures.</summary>
    PdfWithoutText,

    /// <summary>The file is locked with a password.</summary>
    FileLocked,

    /// <summary>
    /// The same bytes were given twice, or the same records of a chat (<see cref="ReadingProblem.Count"/>); they are counted
    /// once.
    /// </summary>
    Duplicate,

    /// <summary>A picture or video; its content is not read.</summary>
    PictureNotRead,

    /// <summary>Another attached or accompanying file that holds no messages.</summary>
    FileNotRead,

    /// <summary>
    /// A remark: the export holds only what the owner of the account wrote (Discord's data package, Hinge, mostly Tinder).
    /// What others wrote was never in it; its absence says nothing.
    /// </summary>
    OneSideOnly,

    /// <summary>
    /// A remark: one-to-one chats on Messenger are end-to-end encrypted by now. What was written since then is not in this
    /// download but in one of its own.
    /// </summary>
    EncryptedChatsElsewhere,

    /// <summary>
    /// A remark on one conversation of Snapchat: only saved messages have words in the download;
    /// <see cref="ReadingProblem.Count"/> is how many have none.
    /// </summary>
    OnlySavedWords,

    /// <summary>The order of day and month cannot be told from the file; the person should say.</summary>
    DateOrderUnknown,

    /// <summary>The file could not be opened.</summary>
    CannotOpen,

    /// <summary>A picture that was named as a screenshot has more pixels or bytes than are decoded.</summary>
    PictureTooLarge,

    /// <summary>A picture that was named as a screenshot has no text that could be read.</summary>
    NoTextInPicture,

    /// <summary>The library that decodes pictures is not there for this system.</summary>
    PictureDecoderMissing,

    /// <summary>The library that reads letters from pictures, or its language files, are not installed.</summary>
    TextRecognitionMissing,
}

/// <summary>One thing that was not read, or not fully. Nothing is skipped without one of these.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Line">Line number from 1, or 0 when it concerns the whole file.</param>
/// <param name="Kind">Why.</param>
public sealed record ReadingProblem(string File, long Line, ProblemKind Kind)
{
    /// <summary>The bytes concerned, where they can be pointed at.</summary>
    public RecordPlace Place { get; init; }

    /// <summary>How many records are concerned, where they are counted together; else null.</summary>
    public long? Count { get; init; }

    /// <summary>Title of the conversation concerned, where one file holds several; else null.</summary>
    public string? Conversation { get; init; }

    /// <summary>Text that was kept but belongs to no message (see <see cref="ProblemKind.TextBeforeFirstMessage"/>).</summary>
    public string? Text { get; init; }

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => $"reading problem ({Kind})";
}
