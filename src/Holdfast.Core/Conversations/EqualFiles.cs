using System.Security.Cryptography;

namespace Holdfast.Conversations;

/// <summary>
/// The same chat is often given twice, as a text and in its zip, whose line ends may differ. Files that are equal but for them
/// are read once; a single file is not hashed, so it costs nothing.
/// </summary>
internal static class EqualFiles
{
    /// <summary>The files without those that are equal to one before them; these are reported.</summary>
    internal static List<ExportFile> LeaveOut(List<ExportFile> files, IConversationSink sink)
    {
        if (files.Count < 2)
        {
            return files;
        }

        // Most files differ at once, and need not be read whole to see it.
        var beginnings = files.GroupBy(file => TryHash(file, isWhole: false)).Where(group => group.Key is not null && group.Count() > 1)
            .SelectMany(group => group).ToHashSet();
        var unique = new List<ExportFile>(files.Count);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            if (!beginnings.Contains(file) || TryHash(file, isWhole: true) is not { } hash || seen.Add(hash))
            {
                unique.Add(file);
            }
            else
            {
                sink.Report(new ReadingProblem(file.Name, 0, ProblemKind.Duplicate));
            }
        }

        return unique;
    }

    private static string? TryHash(ExportFile file, bool isWhole)
    {
        try
        {
            using var stream = file.Open();
            if (!isWhole)
            {
                return HashOfBeginning(stream);
            }

            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var buffer = new byte[64 * 1024];
            var isAfterReturn = false;
            var lastByte = (byte)'\n';
            int got;
            while ((got = stream.Read(buffer)) > 0)
            {
                AppendWithoutReturns(hash, buffer.AsSpan(0, got), ref isAfterReturn);
                lastByte = buffer[got - 1];
            }

            // A line end behind the last line makes no difference either.
            if (isAfterReturn)
                hash.AppendData("\r"u8);
            if (lastByte != '\n')
                hash.AppendData("\n"u8);
            return Convert.ToHexString(hash.GetHashAndReset());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return null;
        }
    }

    // Without any CR, so that it is the same whatever the line ends: of twice as many bytes, half at least are left.
    private static string HashOfBeginning(Stream stream)
    {
        const int Compared = 4096;
        var buffer = new byte[2 * Compared];
        var got = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        var kept = 0;
        foreach (var b in buffer.AsSpan(0, got))
        {
            if (b != '\r')
                buffer[kept++] = b;
        }

        // A line end behind the last line makes no difference.
        return Convert.ToHexString(SHA256.HashData(buffer.AsSpan(0, Math.Min(kept, Compared)).TrimEnd((byte)'\n')));
    }

    // Leaves out each CR before an LF, also when the two come in different pieces.
    private static void AppendWithoutReturns(IncrementalHash hash, ReadOnlySpan<byte> piece, ref bool isAfterReturn)
    {
        if (isAfterReturn && piece[0] != '\n')
            hash.AppendData("\r"u8);
        isAfterReturn = piece[^1] == '\r';
        if (isAfterReturn)
            piece = piece[..^1];
        for (var at = piece.IndexOf("\r\n"u8); at >= 0; at = piece.IndexOf("\r\n"u8))
        {
            hash.AppendData(piece[..at]);
            piece = piece[(at + 1)..];
        }

        hash.AppendData(piece);
    }
}
