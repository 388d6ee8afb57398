using Holdfast.Conversations.TextFiles;

namespace Holdfast.Conversations.Formats.AppleMessages;

/// <summary>
/// Reads the plain text that imessage-exporter (github.com/ReagentX/imessage-exporter) writes, one file for each chat: a line with
/// the time, a line with the name, the words, an empty line.
/// </summary>
internal sealed class ExporterTextReader : IExportReader
{
    /// <inheritdoc/>
    public string Format => "imessage-text";

    /// <inheritdoc/>
    public bool Recognises(ExportHead head)
    {
        if (head.Text is not { } text)
            return false;
        var isFirst = true;
        var wasStamp = false;
        foreach (var line in text.AsSpan().TrimStart('\uFEFF').EnumerateLines())
        {
            if (wasStamp)
                return !line.IsWhiteSpace();
            if (line.IsWhiteSpace())
                continue;
            var isStamp = ExporterStamp.TryRead(line, out _, out var rest);
            // An announcement may come first, never anything else.
            if (!isStamp && isFirst)
                return false;
            isFirst = false;
            wasStamp = isStamp && ExporterTextFile.IsHeaderEnd(rest);
        }

        return false;
    }

    /// <inheritdoc/>
    public void Read(IReadOnlyList<ExportFile> files, ReadingOptions options, IConversationSink sink)
    {
        foreach (var file in files)
        {
            var problems = new ProblemLog(sink, file.Name);
            var chat = new ExporterChat(Format, file, options, sink, problems);
            try
            {
                using var lines = new TextLines(file.Open(), options.MaxTextLength);
                new ExporterTextFile(chat, options, problems).Read(lines);
                if (lines.IsDamaged)
                    problems.ReportOnce(ProblemKind.InvalidEncoding);
            }
            catch (IOException)
            {
                problems.ReportOnce(ProblemKind.CannotOpen);
            }

            chat.Write();
            problems.Complete();
        }
    }
}
