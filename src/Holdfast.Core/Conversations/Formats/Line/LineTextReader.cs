namespace Holdfast.Conversations.Formats.Line;

/// <summary>
/// Reads the text that LINE's "Export chat history" writes: a title, a line for each day, and for each message the time, the
/// sender and the words, with TABs (phones) or spaces (computers) between them.
/// </summary>
internal sealed class LineTextReader : IExportReader
{
    /// <inheritdoc/>
    public string Format => "line-text";

    /// <inheritdoc/>
    public bool Recognises(ExportHead head)
    {
        if (head.Text is not { } text)
            return false;
        int tabbed = 0, spaced = 0, days = 0, lines = 0;
        var (isTitled, isRepeated) = (false, false);
        var senders = new HashSet<string>(StringComparer.Ordinal);
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan()[range].TrimEnd('\r');
            if (line.IsEmpty)
                continue;
            if (lines++ == 0)
                isTitled = line.StartsWith(LineTitle.Mark, StringComparison.Ordinal) || line.Length < 200 && LineTitle.Read(line.ToString(), out _) is not null;
            if (lines > 300)
                break;
            if (LineHead.TryParse(line, out var found))
            {
                (tabbed, spaced) = (tabbed + (found.IsTabbed ? 1 : 0), spaced + (found.IsTabbed ? 0 : 1));
                isRepeated |= !senders.Add(SenderOf(line[found.RestStart..], found.IsTabbed));
            }
            else if (line.Length <= 48 && LineDay.Is(line.ToString()))
                days++;
        }

        // Without a title it may be a timetable, in which nothing comes twice; people who write to each other do.
        return isTitled && (tabbed > 0 || days > 0 || spaced > 0)
            || isRepeated && days > 0 && (tabbed >= 2 || spaced >= 3 && spaced * 2 >= lines);
    }

    // A name may hold spaces; where they part it from the words, its beginning is enough to know it again.
    private static string SenderOf(ReadOnlySpan<char> rest, bool isTabbed) =>
        (rest.IndexOf(isTabbed ? '\t' : ' ') is >= 0 and var end ? rest[..end] : rest).ToString();

    /// <inheritdoc/>
    public void Read(IReadOnlyList<ExportFile> files, ReadingOptions options, IConversationSink sink)
    {
        foreach (var file in files)
            new LineFile(file, options, sink, Format).Read();
    }
}
