namespace Holdfast.Conversations.Formats.Signal;

/// <summary>What stands below the fields of a record of sigtop: quoted words behind <c>&gt;</c>, then the words.</summary>
/// <param name="Text">The sender's own words; null when there are none.</param>
/// <param name="Quoted">The words that are answered.</param>
internal sealed record SigtopContent(string? Text, string? Quoted)
{
    /// <summary>Reads the lines.</summary>
    internal static SigtopContent Read(ReadOnlySpan<string> lines)
    {
        lines = TrimEmpty(lines);
        string? quoted = null;
        if (lines.Length > 0 && lines[0].StartsWith("> From: ", StringComparison.Ordinal))
        {
            var end = 0;
            while (end < lines.Length && lines[end].StartsWith('>'))
                end++;
            quoted = Quotation(lines[..end]);
            lines = TrimEmpty(lines[end..]);
        }

        return new SigtopContent(lines.Length == 0 ? null : string.Join('\n', lines), quoted);
    }

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => "content";

    // Fields, an empty line, the words; one that answers a picture has no words.
    private static string Quotation(ReadOnlySpan<string> lines)
    {
        var words = new List<string>();
        var inWords = false;
        foreach (var line in lines)
        {
            var text = line.Length > 1 && line[1] == ' ' ? line[2..] : line[1..];
            if (inWords)
                words.Add(text);
            inWords |= text.Length == 0;
        }

        return string.Join('\n', words);
    }

    private static ReadOnlySpan<string> TrimEmpty(ReadOnlySpan<string> lines)
    {
        while (lines.Length > 0 && lines[0].Length == 0)
            lines = lines[1..];
        while (lines.Length > 0 && lines[^1].Length == 0)
            lines = lines[..^1];
        return lines;
    }
}
