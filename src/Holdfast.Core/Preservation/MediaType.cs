namespace Holdfast.Preservation;

/// <summary>The sniffed form of some bytes.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Mime">Its media type, such as <c>image/jpeg</c>.</param>
/// <param name="Extension">The file extension that fits, with its dot and in lower-case ASCII, such as <c>.jpg</c>.</param>
public readonly record struct MediaType(MediaKind Kind, string Mime, string Extension)
{
    /// <summary>Bytes of no known form.</summary>
    public static MediaType Unknown { get; } = new(MediaKind.Unknown, "application/octet-stream", ".bin");

    /// <summary>Plain text.</summary>
    public static MediaType PlainText { get; } = new(MediaKind.Text, "text/plain", ".txt");

    /// <summary>True when the bytes are of a form that may show a person: everything but text and sound.</summary>
    public bool MayShowSomething => Kind is not (MediaKind.Text or MediaKind.Sound);
}
