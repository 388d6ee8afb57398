using System.Text;

namespace Holdfast.Preservation;

/// <summary>What a <c>data:</c> address (RFC 2397) says about the base64 that follows it.</summary>
internal static class DataUri
{
    /// <summary>
    /// The declared media type when the text just before a run ends with <c>base64,</c>; an empty string when it declares
    /// none; null when there is no such address, or it declares text or sound, which are judged by their content.
    /// </summary>
    public static string? DeclaredType(ReadOnlySpan<byte> before)
    {
        var comma = before switch
        {
            [.., (byte)','] => 1,
            [.., (byte)'%', (byte)'2', (byte)'c' or (byte)'C'] => 3,
            _ => 0,
        };
        if (comma == 0)
            return null;
        var head = Encoding.ASCII.GetString(before[..^comma]);
        if (!head.EndsWith("base64", StringComparison.OrdinalIgnoreCase))
            return null;
        var start = head.LastIndexOf("data:", StringComparison.OrdinalIgnoreCase);
        if (start < 0)
            start = head.LastIndexOf("data%3a", StringComparison.OrdinalIgnoreCase) is var i and >= 0 ? i + 2 : -5;
        var type = head[(start + 5)..];
        var slash = type.IndexOfAny(['/', '%', '\\']);
        var main = slash < 0 ? "" : type[..slash];
        if (main.Equals("text", StringComparison.OrdinalIgnoreCase) || main.Equals("audio", StringComparison.OrdinalIgnoreCase))
            return null;
        var end = type.AsSpan().IndexOfAny(";%\\ ");
        return start < 0 || end <= 0 ? "" : type[..end].ToLowerInvariant();
    }

    /// <summary>A media type for a declared name that the bytes do not bear out.</summary>
    public static MediaType ToType(string? declared)
    {
        if (string.IsNullOrEmpty(declared) || declared.Length > 80)
            return MediaType.Unknown;
        foreach (var c in declared)
        {
            // RFC 6838 section 4.2: the letters that names are made of; nothing else reaches the marker line.
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('/' or '-' or '+' or '.' or '_'))
                return MediaType.Unknown;
        }

        var kind = declared.StartsWith("image/", StringComparison.Ordinal) ? MediaKind.Picture
            : declared.StartsWith("video/", StringComparison.Ordinal) ? MediaKind.Video
            : MediaKind.Unknown;
        return new(kind, declared, ".bin");
    }
}
