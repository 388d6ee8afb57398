using System.Text;

namespace Holdfast.Preservation;

/// <summary>
/// Finds the marks of pictures that sound files carry beside the sound: the picture frames of ID3 (ID3v2.3 section 4.15),
/// FLAC and Vorbis comments, and covers in ISO media. First bytes of the pictures themselves are looked for by
/// <see cref="SignatureMatcher"/>.
/// </summary>
internal sealed class SoundInset
{
    private static readonly ByteAutomaton Marks = new(
    [
        .. "image/ IMAGE/ METADATA_BLOCK_PICTURE metadata_block_picture COVERART= coverart=".Split(' ').Select(Encoding.ASCII.GetBytes),
        [.. "APIC"u8, 0], [.. "PIC"u8, 0], [.. "covr"u8, 0],

        // JPEG with the extra zeros of ID3 (ID3v2.3 section 5, unsynchronisation).
        [0xFF, 0xD8, 0xFF, 0x00, 0xE0], [0xFF, 0xD8, 0xFF, 0x00, 0xE1],
    ]);

    private ushort _state;

    /// <summary>True when a mark was seen.</summary>
    public bool IsFound { get; private set; }

    public void Feed(ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
            IsFound |= Marks.Step(ref _state, b) != 0;
    }
}
