namespace Holdfast.Conversations;

/// <summary>The first bytes of a file, for recognising its format by content.</summary>
/// <param name="File">The file.</param>
/// <param name="Bytes">Up to <see cref="Size"/> bytes from its start; of a picture, video or sound, <see cref="ShortSize"/>.</param>
/// <param name="Text">The same decoded as text (without a byte-order mark), or null when it does not look like text.</param>
public sealed record ExportHead(ExportFile File, ReadOnlyMemory<byte> Bytes, string? Text)
{
    /// <summary>How many bytes are looked at.</summary>
    public const int Size = 64 * 1024;

    /// <summary>How many bytes are looked at when they show a picture, video or sound already.</summary>
    public const int ShortSize = 512;

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => "export head";
}

/// <summary>
/// Reads one export format. Readers keep what they can and report the rest: for any bytes whatever, <see cref="Read"/>
/// ends, throws nothing but what the stream throws, and every record becomes a message or a problem.
/// </summary>
public interface IExportReader
{
    /// <summary>Stable name of the format, as in <c>read --json</c>.</summary>
    string Format { get; }

    /// <summary>True when the content (never the name alone) is in this format.</summary>
    bool Recognises(ExportHead head);

    /// <summary>
    /// Reads all files of this format that belong to one input (one export may be cut into several files).
    /// </summary>
    /// <param name="files">The files that this reader recognised, in input order.</param>
    /// <param name="options">What the person said, and limits.</param>
    /// <param name="sink">Receives conversations and problems.</param>
    void Read(IReadOnlyList<ExportFile> files, ReadingOptions options, IConversationSink sink);

    /// <summary>
    /// In how many of these files one and the same record can stand, at most. Where it is one, nothing has to be compared,
    /// and the files are read once instead of twice.
    /// </summary>
    /// <param name="files">The files that this reader recognised.</param>
    int MostCopies(IReadOnlyList<ExportFile> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        return files.Count;
    }
}
