using System.Buffers;

namespace Holdfast.Conversations.Formats.WhatsApp;

/// <summary>
/// Decides what kind of record a body is. Only the whole body, or a mark that people cannot type, decides: a word such
/// as "added" inside a message never makes it a notice, since the threat itself may hold that word.
/// </summary>
internal static class BodyClassifier
{
    private const char LeftToRightMark = '\u200E';

    private static readonly SearchValues<char> Invisible = SearchValues.Create("\u200E\u200F\u202A\u202C");

    /// <summary>Bodies longer than this are words that somebody wrote.</summary>
    private const int LongestPlatformLine = 240;

    public static MessageKind Classify(string body, bool hasSender, out IReadOnlyList<string> media)
    {
        media = [];
        if (!hasSender)
        {
            return MessageKind.Notice;
        }

        // The first character tells nearly always that these are words.
        if (body.Length == 0 || (char.IsAsciiLetterLower(body[0]) && !body.Contains('.') && body.Length > 32))
        {
            return MessageKind.Text;
        }

        var firstLine = body.AsSpan();
        var lineEnd = firstLine.IndexOf('\n');
        if (lineEnd >= 0)
        {
            firstLine = firstLine[..lineEnd];
        }

        if (TryAttachment(firstLine, out var name))
        {
            media = [name];
            return MessageKind.Media;
        }

        if (lineEnd >= 0 || body.Length > LongestPlatformLine)
        {
            return body[0] == LeftToRightMark && lineEnd < 0 ? MessageKind.Notice : MessageKind.Text;
        }

        var line = Strip(firstLine);
        var lines = PlatformLines.Shared;
        if (lines.IsDeleted(line))
        {
            return MessageKind.Deleted;
        }

        if (lines.IsCall(line))
        {
            return MessageKind.Call;
        }

        if (lines.IsOmitted(line) || IsOmittedInBrackets(line))
        {
            return MessageKind.Media;
        }

        return body[0] == LeftToRightMark ? MessageKind.Notice : MessageKind.Text;
    }

    public static bool IsDeletedByOwner(string body) =>
        body.Length < LongestPlatformLine && PlatformLines.Shared.IsDeletedByOwner(Strip(body));

    /// <summary>"You created group" and the like: a line of the phone about its owner, behind the mark that people cannot type.</summary>
    public static bool IsDoneByOwner(string body) =>
        body.Length is > 1 and < LongestPlatformLine && body[0] == LeftToRightMark && PlatformLines.Shared.IsDoneByOwner(Strip(body));

    /// <summary>"&lt;Media omitted&gt;" in any language: the whole body is one phrase in angle brackets.</summary>
    private static bool IsOmittedInBrackets(ReadOnlySpan<char> line) =>
        line.Length is > 6 and < 60 && line[0] == '<' && line[^1] == '>' && !line[1..^1].ContainsAny('<', '>');

    private static ReadOnlySpan<char> Strip(ReadOnlySpan<char> line)
    {
        line = line.Trim();
        while (line.Length > 0 && Invisible.Contains(line[0]))
        {
            line = line[1..];
        }

        return line.TrimEnd('.');
    }

    /// <summary>"&lt;attached: NAME&gt;" (iOS) or "NAME (file attached)" (Android), in any language.</summary>
    private static bool TryAttachment(ReadOnlySpan<char> line, out string name)
    {
        name = "";
        line = line.Trim();
        if (line.Length > 0 && line[^1] == '>' && line.LastIndexOf('<') is var open and >= 0)
        {
            var inner = line[(open + 1)..^1];
            var colon = inner.IndexOf(": ", StringComparison.Ordinal);
            if (colon > 0 && IsFileName(inner[(colon + 2)..]) && (open == 0 || line[..open].ContainsAny('\u200E', '•')))
            {
                name = inner[(colon + 2)..].ToString();
                return true;
            }

            return false;
        }

        if (line.Length > 0 && line[^1] == ')' && line.LastIndexOf(" (", StringComparison.Ordinal) is var bracket and > 0)
        {
            var candidate = line[..bracket];
            while (candidate.Length > 0 && Invisible.Contains(candidate[0]))
            {
                candidate = candidate[1..];
            }

            var words = line[(bracket + 2)..^1];
            // A sentence may end with a file name and a remark: a name with spaces needs the words of the phone after it.
            if (words.Length is > 3 and < 40 && candidate.Length < 120 && IsFileName(candidate)
                && (PlatformLines.Shared.IsAttached(words) || !(candidate.ContainsAny(' ', '@') || words.ContainsAnyInRange('0', '9'))))
            {
                name = candidate.ToString();
                return true;
            }
        }

        return false;
    }

    private static bool IsFileName(ReadOnlySpan<char> name)
    {
        var dot = name.LastIndexOf('.');
        if (dot <= 0 || name.Length - dot is < 3 or > 6 || name.ContainsAny('/', '\\', '?'))
        {
            return false;
        }

        foreach (var c in name[(dot + 1)..])
        {
            if (!char.IsAsciiLetterOrDigit(c))
            {
                return false;
            }
        }

        return true;
    }
}
