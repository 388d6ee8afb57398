namespace Holdfast.Conversations.Email;

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
/// love" in a letter is no border: a border stands after an empty line and holds an address and a time, or is followed by
/// a header.
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
        var afterEmpty = true;
        var any = false;
        while (lines.MoveNext())
        {
            var isBorder = lines.IsLineStart && afterEmpty && IsBorder(lines.Current);
            if (isBorder && any)
                yield return Take(lines.Offset);
            if (isBorder)
                start = lines.Offset;
            else
                current.Write(lines.Current[..(int)Math.Min(lines.Current.Length, Math.Max(0, mostBytes - current.Length))]);
            any = true;
            afterEmpty = lines.IsLineStart && lines.Current.TrimEnd("\r\n"u8).IsEmpty;
        }

        if (any)
            yield return Take(lines.Offset + lines.Current.Length);

        MboxItem Take(long end)
        {
            var item = new MboxItem(current.ToArray(), start, end - start) { IsCut = current.Length >= mostBytes };
            current.SetLength(0);
            start = end;
            return item;
        }
    }

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
