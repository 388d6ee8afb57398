using Holdfast.Conversations.TextFiles;

namespace Holdfast.Conversations.Formats.Email;

/// <summary>One e-mail as bytes, and where it lies in its file.</summary>
/// <param name="Bytes">The e-mail without its <c>From </c> line; cut at a limit.</param>
/// <param name="Offset">First byte of its <c>From </c> line.</param>
/// <param name="Length">Length in the file, uncut.</param>
internal readonly record struct MboxItem(byte[] Bytes, long Offset, long Length)
{
    /// <summary>True when <see cref="Bytes"/> holds only the beginning.</summary>
    internal bool IsCut { get; init; }
}

/// <summary>
/// Cuts an mbox file (RFC 4155 and its looser relatives) into e-mails in constant memory. A line "From somewhere with
/// love" in a letter is no border: a border holds an address and a time, and a header follows it.
/// </summary>
internal static class Mbox
{
    /// <summary>True when a line that begins with <c>From </c> has the form of a border.</summary>
    internal static bool IsBorder(ReadOnlySpan<byte> line)
    {
        if (!line.StartsWith("From "u8))
            return false;
        line = line[5..].Trim((byte)' ').TrimEnd("\r\n"u8);
        if (line.StartsWith("-"u8))
            return true;
        var space = line.IndexOf((byte)' ');
        if (space < 0)
            return line.Contains((byte)'@') || line.StartsWith("MAILER-DAEMON"u8);
        var date = line[space..];
        // A time such as 10:13 and four digits of a year, in whatever order.
        var colon = date.IndexOf((byte)':');
        return colon > 0 && colon + 1 < date.Length && IsDigit(date[colon - 1]) && IsDigit(date[colon + 1]) && HasYear(date);
    }

    /// <summary>The e-mails of a stream, in order.</summary>
    internal static IEnumerable<MboxItem> Split(Stream stream, int mostBytes)
    {
        using var lines = new ByteLines(stream);
        using var current = new MemoryStream();
        long start = 0;
        long borderAt = -1;
        byte[] border = [];
        while (lines.MoveNext())
        {
            if (borderAt >= 0)
            {
                // Whether the line before was a border shows in this one.
                if (lines.IsLineStart && IsField(lines.Current))
                {
                    if (borderAt > 0)
                        yield return Take(borderAt);
                    start = borderAt;
                }
                else
                {
                    Keep(border);
                }
            }

            var mayBeBorder = lines.IsLineStart && IsBorder(lines.Current);
            (borderAt, border) = mayBeBorder ? (lines.Offset, lines.Current.ToArray()) : (-1, []);
            if (!mayBeBorder)
                Keep(lines.Current);
        }

        Keep(border);
        if (lines.Offset > start || current.Length > 0)
            yield return Take(lines.Offset + lines.Current.Length);

        void Keep(ReadOnlySpan<byte> line) =>
            current.Write(line[..(int)Math.Min(line.Length, Math.Max(0, mostBytes - current.Length))]);

        MboxItem Take(long end)
        {
            var item = new MboxItem(current.ToArray(), start, end - start) { IsCut = current.Length >= mostBytes };
            current.SetLength(0);
            start = end;
            return item;
        }
    }

    private static bool IsField(ReadOnlySpan<byte> line) =>
        line.IndexOf((byte)':') is var colon and > 1 && colon < 77 && !line[..colon].ContainsAnyExceptInRange((byte)'!', (byte)'~');

    private static bool HasYear(ReadOnlySpan<byte> date)
    {
        var digits = 0;
        foreach (var b in date)
        {
            digits = IsDigit(b) ? digits + 1 : 0;
            if (digits == 4)
                return true;
        }

        return false;
    }

    private static bool IsDigit(byte b) => b is >= (byte)'0' and <= (byte)'9';
}
