namespace Holdfast.Conversations.Formats.Email;

/// <summary>
/// Cuts the fields of a mail's header that are longer than any real one. Parsing a field takes a time that grows with the
/// square of its length, so that a crafted one of some MiB would take hours.
/// </summary>
internal static class LongFields
{
    /// <summary>Longest field, in bytes: a list of more than a thousand receivers fits.</summary>
    internal const int Longest = 64 * 1024;

    /// <summary>The mail with its long fields cut; the same bytes when there is none.</summary>
    /// <param name="mail">The whole mail.</param>
    /// <param name="isCut">True when something was left out.</param>
    internal static ReadOnlyMemory<byte> Cut(ReadOnlyMemory<byte> mail, out bool isCut)
    {
        isCut = false;
        using var result = new MemoryStream();
        var (at, field, copied) = (0, 0, 0);
        while (at < mail.Length)
        {
            var line = mail.Span[at..];
            var end = line.IndexOf((byte)'\n') is >= 0 and var found ? at + found + 1 : mail.Length;
            // The first empty line ends the header; a line that begins with white space goes on with the field.
            if (line[0] is (byte)'\n' || line.StartsWith("\r\n"u8))
                break;
            field = line[0] is (byte)' ' or (byte)'\t' ? field : at;
            var most = field + Longest;
            if (end > most)
            {
                isCut = true;
                // Up to the last whole byte that fits; the line end stays, so that the next field is one of its own.
                result.Write(mail.Span[copied..Math.Max(copied, Math.Max(at, most))]);
                if (at < most)
                    result.Write("\n"u8);
                copied = end;
            }

            at = end;
        }

        if (!isCut)
            return mail;
        result.Write(mail.Span[copied..]);
        return result.ToArray();
    }
}
