namespace Holdfast.Conversations.Formats.Email;

/// <summary>
/// Ends a mail that has more parts than any real one. Each part costs some kilobytes of memory however small it is, so that
/// a crafted mail of some MiB would fill the memory.
/// </summary>
internal static class ManyParts
{
    /// <summary>Most lines that may be borders between parts.</summary>
    internal const int Most = 20_000;

    /// <summary>The mail up to where it has too many parts; the same bytes when it has not.</summary>
    /// <param name="mail">The whole mail.</param>
    /// <param name="isCut">True when something was left out.</param>
    internal static ReadOnlyMemory<byte> Cut(ReadOnlyMemory<byte> mail, out bool isCut)
    {
        isCut = false;
        // Only mails of several parts have borders; in others such lines are words.
        if (mail.Span.IndexOf("ultipart/"u8) < 0)
            return mail;
        var borders = 0;
        for (var at = 0; mail.Span[at..].IndexOf("\n--"u8) is >= 0 and var next; at += next + 3)
        {
            if (++borders <= Most)
                continue;
            isCut = true;
            return mail[..(at + next + 1)];
        }

        return mail;
    }
}
