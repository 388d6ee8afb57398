using System.Text;

namespace Holdfast.Packs;

/// <summary>One line of a manifest.</summary>
internal readonly record struct ManifestLine(string Path, Sha256Digest Hash, long Line);

/// <summary>A manifest as read: its good lines and the numbers of its bad ones.</summary>
internal sealed record ManifestReading(IReadOnlyList<ManifestLine> Lines, IReadOnlyList<PackObjection> Objections);

/// <summary>
/// The manifest form of <c>sha256sum</c> and RFC 8493 section 2.1.3: lower-case hash, two spaces, path, line feed. Only this
/// one spelling is read; the order of lines is free.
/// </summary>
internal static class Manifest
{
    public static byte[] Write(IEnumerable<(string Path, Sha256Digest Hash)> files)
    {
        var text = new StringBuilder();
        foreach (var (path, hash) in files.OrderBy(f => f.Path, StringComparer.Ordinal))
            text.Append(hash).Append("  ").Append(path).Append('\n');
        return Encoding.ASCII.GetBytes(text.ToString());
    }

    public static ManifestReading Read(ReadOnlySpan<byte> bytes, string file)
    {
        var lines = new List<ManifestLine>();
        var objections = new List<PackObjection>();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var number = 1L; !bytes.IsEmpty; number++)
        {
            var end = bytes.IndexOf((byte)'\n');
            if (end < 0)
            {
                objections.Add(new(PackFault.LineMalformed, file, number));
                break;
            }

            if (!TryReadLine(bytes[..end], out var path, out var hash))
                objections.Add(new(PackFault.LineMalformed, file, number));
            else if (!seen.Add(path))
                objections.Add(new(PackFault.LineRepeated, file, number));
            else
                lines.Add(new(path, hash, number));
            bytes = bytes[(end + 1)..];
        }

        return new ManifestReading(lines, objections);
    }

    private static bool TryReadLine(ReadOnlySpan<byte> line, out string path, out Sha256Digest hash)
    {
        path = "";
        hash = default;
        const int pathStart = 2 * Sha256Digest.Size + 2;
        if (line.Length <= pathStart || !line.Slice(2 * Sha256Digest.Size, 2).SequenceEqual("  "u8)
            || !Sha256Digest.TryParseCanonical(line[..(2 * Sha256Digest.Size)], out hash))
            return false;
        // Latin-1 keeps every byte a character, so that anything but ASCII is seen and refused.
        path = Encoding.Latin1.GetString(line[pathStart..]);
        return PackLayout.IsSafePath(path);
    }
}
