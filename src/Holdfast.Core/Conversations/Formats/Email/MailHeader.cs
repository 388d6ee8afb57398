namespace Holdfast.Conversations.Formats.Email;

/// <summary>Recognises the header of an e-mail (RFC 5322 section 2.2).</summary>
internal static class MailHeader
{
    // Who sent it, and how it travelled: a chat or a note does not begin with one of each.
    private static readonly HashSet<string> Senders = new(StringComparer.OrdinalIgnoreCase)
    {
        "From", "Sender", "Return-Path", "Received", "Message-ID", "Delivered-To", "X-Envelope-From",
    };

    private static readonly HashSet<string> Travels = new(StringComparer.OrdinalIgnoreCase)
    {
        "Date", "Received", "MIME-Version", "Message-ID", "Content-Type", "To", "Subject", "Delivered-To",
        "DKIM-Signature", "ARC-Seal", "Authentication-Results", "X-Mailer", "User-Agent", "Reply-To",
    };

    /// <summary>True when the text begins with the header of an e-mail.</summary>
    internal static bool StartsWith(string text)
    {
        HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);
        bool sender = false, travel = false;
        var lines = 0;
        foreach (var line in text.AsSpan().TrimStart("\uFEFF\r\n").EnumerateLines())
        {
            if (line.IsEmpty || ++lines > 400)
                break;
            if (lines > 1 && line[0] is ' ' or '\t')
                continue;
            if (!IsField(line))
            {
                // The head may end in the middle of a line; a broken line among good ones is the writer's fault.
                if (sender && travel && seen.Count >= 3)
                    break;
                return false;
            }

            var name = line[..line.IndexOf(':')].ToString();
            seen.Add(name);
            sender |= Senders.Contains(name);
            travel |= Travels.Contains(name);
        }

        return sender && travel && seen.Count >= 2;
    }

    /// <summary>True for <c>Name: value</c>, the name of printable ASCII without spaces.</summary>
    internal static bool IsField(ReadOnlySpan<char> line)
    {
        var colon = line.IndexOf(':');
        if (colon is < 2 or > 76 || !char.IsAsciiLetter(line[0]))
            return false;
        return !line[..colon].ContainsAnyExceptInRange('!', '~');
    }
}
