using Holdfast.Conversations.TextFiles;

namespace Holdfast.Conversations.Formats.Signal;

/// <summary>
/// Reads what signal-export (github.com/carderne/signal-export) writes: a folder for each chat with <c>chat.md</c> and
/// <c>data.json</c> and <c>index.html</c>, which hold the same messages. The one with more of them is read.
/// </summary>
internal sealed class SignalExportReader : IExportReader
{
    /// <inheritdoc/>
    public string Format => "signal-export";

    /// <inheritdoc/>
    public bool Recognises(ExportHead head) => head.Text is { } text && (IsRows(text) || (IsMarkdown(text) && !WhatsApp.WhatsAppTextReader.HasPhoneMarks(text)) || SignalPages.Is(text));

    /// <inheritdoc/>
    public void Read(IReadOnlyList<ExportFile> files, ReadingOptions options, IConversationSink sink)
    {
        var number = 0;
        foreach (var chat in files.GroupBy(f => IsPartOfFolder(f) ? $"{f.Container?.Name}\n{f.Folder}" : $"{number++}", StringComparer.Ordinal))
        {
            GatheredConversation? best = null;
            var read = new List<(ExportFile File, GatheredConversation Conversation)>();
            foreach (var file in chat)
            {
                var conversation = ReadFile(file, options, sink);
                read.Add((file, conversation));
                best = best is null || conversation.Messages.Count > best.Messages.Count ? conversation : best;
            }

            foreach (var (file, conversation) in read)
            {
                if (conversation != best && conversation.Messages.Count > 0)
                    sink.Report(new ReadingProblem(file.Name, 0, ProblemKind.Duplicate));
            }

            best?.HandOn(options, sink);
        }
    }

    private static bool IsPartOfFolder(ExportFile file) =>
        file.Folder.Length > 0 && file.FileName.ToLowerInvariant() is "chat.md" or "data.json" or "index.html" or "index.md";

    private static bool IsRows(string text) =>
        text.AsSpan().TrimStart().StartsWith('{') && Has(text, "\"date\"") && Has(text, "\"sender\"") && Has(text, "\"body\"") && Has(text, "\"quote\"");

    private static bool Has(string text, string name) => text.Contains(name, StringComparison.Ordinal);

    // The first line decides: WhatsApp writes other signs, and a pasted chat begins where it was cut. The logs of programs
    // begin their lines in the same way; there every sender is a word such as INFO.
    private static bool IsMarkdown(string text)
    {
        var isFirst = true;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan()[range].TrimEnd('\r');
            if (line.IsWhiteSpace())
                continue;
            var isHead = SignalHead.TryParse(line, out var head);
            if (isFirst && !isHead)
                return false;
            if (isHead && !ProgramLog.IsLevel(line[head.NameStart..head.NameEnd]))
                return true;
            isFirst = false;
        }

        return false;
    }

    private GatheredConversation ReadFile(ExportFile file, ReadingOptions options, IConversationSink sink)
    {
        var problems = new ProblemLog(sink, file.Name);
        var conversation = new GatheredConversation(Format);
        try
        {
            switch (FirstSign(file))
            {
                case '{' when StructuredFile.Load(file, options, problems) is { } source:
                    SignalRows.Read(source, file, options, problems, conversation);
                    break;
                case '<':
                    SignalPages.Read(file, options, problems, conversation);
                    break;
                case not '{':
                    SignalMarkdown.Read(file, options, problems, conversation);
                    break;
            }
        }
        catch (IOException)
        {
            problems.ReportOnce(ProblemKind.CannotOpen);
        }

        if (conversation.Messages.Count == 0)
            problems.Report(ProblemKind.NoMessages);
        problems.Complete();
        var owner = SignalNames.Owner(options);
        if (conversation.Names.Contains(owner))
            (conversation.Owner, conversation.OwnerConfidence) = (owner, 1);
        // The folder bears the name of the other side.
        var folder = file.Folder[(file.Folder.LastIndexOf('/') + 1)..];
        conversation.Title = IsPartOfFolder(file) && folder.Length > 0 ? folder
            : conversation.Names.All is [var a, var b] && conversation.Owner is { } me ? (a == me ? b : a) : null;
        return conversation;
    }

    private static char FirstSign(ExportFile file)
    {
        var head = new byte[64];
        using var stream = file.Open();
        var length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        return TextDecoding.DecodeHead(head.AsSpan(0, length)).AsSpan().TrimStart() is [var first, ..] ? first : '\0';
    }
}
