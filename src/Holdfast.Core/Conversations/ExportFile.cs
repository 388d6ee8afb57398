namespace Holdfast.Conversations;

/// <summary>
/// One file that a person gave us, as a name and a way to read its bytes. Core opens no files of its own: the host
/// (command line, browser) supplies the stream. <see cref="Open"/> may be called more than once and must start at
/// the first byte each time.
/// </summary>
public sealed class ExportFile
{
    private readonly Func<Stream> _open;

    /// <param name="name">Relative name with forward slashes, as the person or the archive spells it.</param>
    /// <param name="length">Length in bytes, or null when the host does not know it.</param>
    /// <param name="open">Opens a readable stream at the first byte; it need not be seekable.</param>
    public ExportFile(string name, long? length, Func<Stream> open)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(open);
        Name = name;
        Length = length;
        _open = open;
    }

    /// <summary>Relative name with forward slashes. Private: it may hold a person's name.</summary>
    public string Name { get; }

    /// <summary>Length in bytes, if known.</summary>
    public long? Length { get; }

    /// <summary>The part of <see cref="Name"/> after the last slash.</summary>
    public string FileName => Name[(Name.LastIndexOf('/') + 1)..];

    /// <summary>The part of <see cref="Name"/> before the last slash, or an empty string.</summary>
    public string Folder => Name.LastIndexOf('/') is var i and >= 0 ? Name[..i] : "";

    /// <summary>The input that this file came in (the archive that holds it), or null when it was given by itself.</summary>
    public ExportFile? Container { get; init; }

    /// <summary>Opens the bytes from the start. The caller disposes the stream.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public Stream Open()
    {
        try
        {
            return _open();
        }
        catch (UnauthorizedAccessException)
        {
            // One kind of failure for all readers; the message of the system would hold the path.
            throw new IOException("no permission to read the file");
        }
    }

    /// <summary>A file whose bytes are already in memory.</summary>
    public static ExportFile FromBytes(string name, byte[] bytes) =>
        new(name, bytes.LongLength, () => new MemoryStream(bytes, writable: false));

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => "export file";
}
