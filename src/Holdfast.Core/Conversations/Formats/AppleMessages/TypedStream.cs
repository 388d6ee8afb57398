using System.Buffers.Binary;
using Holdfast.Conversations.TextFiles;

namespace Holdfast.Conversations.Formats.AppleMessages;

/// <summary>
/// The text in <c>attributedBody</c>: an <c>NSAttributedString</c> in the "typedstream" form of NeXTSTEP's archiver. The string comes
/// before all attributes, as the first value of the type <c>+</c> (a run of bytes, here UTF-8), so nothing else of the form
/// has to be understood: version 4, the name <c>streamtyped</c>, class names, then <c>84 01 2B</c>, a length and the bytes. Lengths
/// are one byte, or a mark (81, 82) and two or four bytes, low byte first.
/// </summary>
internal static class TypedStream
{
    /// <summary>The text, or null when there is none that can be read.</summary>
    /// <param name="bytes">The value of the column.</param>
    /// <param name="damaged">Set to true (never to false) when bytes of the text are not UTF-8.</param>
    internal static string? ReadText(ReadOnlySpan<byte> bytes, ref bool damaged)
    {
        if (bytes.Length < 16 || !bytes[1..].StartsWith("\x0Bstreamtyped"u8))
            return null;
        // The type may stand by itself, or behind a class that had other types before.
        var type = bytes.IndexOf((ReadOnlySpan<byte>)[0x84, 0x01, (byte)'+']);
        if (type < 0)
            return null;
        var rest = bytes[(type + 3)..];
        if (!TryReadLength(ref rest, out var length) || length > rest.Length)
            return null;
        return TextDecoding.Decode(rest[..length], TextForm.Utf8, ref damaged);
    }

    private static bool TryReadLength(ref ReadOnlySpan<byte> bytes, out int length)
    {
        length = 0;
        if (bytes.IsEmpty)
            return false;
        var mark = bytes[0];
        bytes = bytes[1..];
        switch (mark)
        {
            case 0x81 when bytes.Length >= 2:
                length = BinaryPrimitives.ReadUInt16LittleEndian(bytes);
                bytes = bytes[2..];
                return true;
            case 0x82 when bytes.Length >= 4:
                length = BinaryPrimitives.ReadInt32LittleEndian(bytes);
                bytes = bytes[4..];
                return length >= 0;
            default:
                length = mark;
                return mark < 0x80;
        }
    }
}
