using System.Globalization;
using System.Text;

namespace Holdfast.Preservation;

/// <summary>A picture, video, document or unknown file that a text carries inside, and where.</summary>
/// <param name="Offset">First byte of the run in the text file.</param>
/// <param name="Length">Number of bytes of the run in the text file.</param>
/// <param name="Type">Form of the carried bytes.</param>
/// <param name="Bytes">Number of carried bytes, decoded.</param>
/// <param name="Sha256">SHA-256 of the carried bytes, decoded; 64 lower-case hex digits.</param>
public sealed record EmbeddedRun(long Offset, long Length, MediaType Type, long Bytes, string Sha256)
{
    /// <summary>First byte after the run.</summary>
    public long End => Offset + Length;

    /// <summary>True when the run itself is text that carries the item deeper inside, so that it has no place of its own.</summary>
    public bool IsNested { get; init; }

    /// <summary>The line that stands for the run in a derived copy. ASCII, without quotes, brackets of markup or line ends.</summary>
    public string Marker => string.Create(
        CultureInfo.InvariantCulture, $"[withheld by rule: {Bytes} bytes, {Type.Mime}, sha256 {Sha256}]");

    /// <summary>The marker as bytes.</summary>
    internal byte[] MarkerBytes => Encoding.ASCII.GetBytes(Marker);

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => $"embedded run ({Type.Kind})";
}
