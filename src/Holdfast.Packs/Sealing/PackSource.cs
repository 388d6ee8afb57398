namespace Holdfast.Packs;

/// <summary>Something to be put into a pack: bytes that can be opened again, what they are, and what they were called.</summary>
public sealed class PackSource
{
    private readonly Func<Stream> _open;

    /// <param name="originalName">
    /// The name the file had, without its folder; it goes into <c>metadata/items.json</c> and nowhere else. Null leaves it out.
    /// </param>
    /// <param name="mime">Media type as found in the content, such as <c>text/plain</c>.</param>
    /// <param name="open">Opens the bytes at the start. It is called at least twice, for copied items.</param>
    public PackSource(string? originalName, string mime, Func<Stream> open)
    {
        ArgumentNullException.ThrowIfNull(mime);
        ArgumentNullException.ThrowIfNull(open);
        OriginalName = originalName;
        Mime = mime;
        _open = open;
    }

    /// <summary>The name the file had. Private.</summary>
    public string? OriginalName { get; }

    /// <summary>Media type.</summary>
    public string Mime { get; }

    /// <summary>Opens the bytes at the start. The caller disposes the stream.</summary>
    public Stream Open() => _open();

    /// <summary>A source whose bytes are already in memory.</summary>
    public static PackSource FromBytes(string? originalName, string mime, byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        return new PackSource(originalName, mime, () => new MemoryStream(bytes, writable: false));
    }

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => "pack source";
}
