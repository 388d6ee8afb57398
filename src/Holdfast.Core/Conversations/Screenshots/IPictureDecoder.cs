namespace Holdfast.Conversations.Screenshots;

/// <summary>Turns the bytes of a PNG, JPEG, WebP, HEIC or AVIF file into pixels, in memory. The host brings it.</summary>
public interface IPictureDecoder
{
    /// <summary>
    /// Decodes a picture, turned upright, with transparent parts laid on white. Null when the bytes are no such picture,
    /// are broken, or are larger than the decoder allows.
    /// </summary>
    /// <param name="bytes">The whole file.</param>
    Pixels? Decode(ReadOnlyMemory<byte> bytes);

    /// <summary>
    /// Why <see cref="Decode"/> gave nothing for these bytes; asked only after it did. One of
    /// <see cref="ProblemKind.UnknownFormat"/>, <see cref="ProblemKind.PictureTooLarge"/>,
    /// <see cref="ProblemKind.PictureDecoderMissing"/> and <see cref="ProblemKind.Damaged"/>.
    /// </summary>
    /// <param name="bytes">The whole file.</param>
    ProblemKind WhyNot(ReadOnlyMemory<byte> bytes) => ProblemKind.Damaged;
}
