using Holdfast.Conversations.TextFiles;

namespace Holdfast.Conversations.Formats.Signal;

/// <summary>Reads the text files of sigtop (github.com/tbvdm/sigtop): blocks of fields with the words below. "You" is the owner.</summary>
internal sealed class SigtopTextReader : IExportReader
{
    private const int LongestPiece = 64 * 1024;
    private const string Conversation = "Conversation: ";

    /// <inheritdoc/>
    public string Format => "signal-sigtop-text";

    /// <inheritdoc/>
    public bool Recognises(ExportHead head)
    {
        if (head.Text is not { } text)
            return false;
        // Fields of a mail come in many orders; here "Type" and a time stand below each other, in the first lines of the file.
        string? before = null;
        var lines = 0;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text[range].TrimEnd('\r');
            if (line.Length > 0 && lines++ == 0 && !line.StartsWith(Conversation, StringComparison.Ordinal) && !StartsBlock(line))
                return false;
            if (before is not null && IsType(before) && IsTime(line))
                return true;
            // A mail begins with "From" too.
            if (lines > 8 || before is not null && before.StartsWith("From: ", StringComparison.Ordinal) && !IsType(line))
                break;
            before = line;
        }

        return false;
    }

    /// <inheritdoc/>
    public void Read(IReadOnlyList<ExportFile> files, ReadingOptions options, IConversationSink sink)
    {
        foreach (var file in files)
        {
            var problems = new ProblemLog(sink, file.Name);
            var conversation = new GatheredConversation(Format);
            try
            {
                ReadFile(file, conversation, options, problems);
            }
            catch (IOException)
            {
                problems.ReportOnce(ProblemKind.CannotOpen);
            }

            if (conversation.Messages.Count == 0)
                problems.Report(ProblemKind.NoMessages);
            problems.Complete();
            var owner = SignalNames.Owner(options, SignalNames.You);
            if (conversation.Names.Contains(owner))
                (conversation.Owner, conversation.OwnerConfidence) = (owner, 1);
            conversation.HandOn(options, sink);
        }
    }

    private static void ReadFile(ExportFile file, GatheredConversation conversation, ReadingOptions options, ProblemLog problems)
    {
        using var lines = new TextLines(file.Open(), LongestPiece);
        var body = new RecordBody(options);
        var isOpen = false;
        var wasEmpty = true;
        TextLine? held = null;
        while (lines.MoveNext())
        {
            var line = lines.Current;
            if (held is { } first)
            {
                // Two lines make a head: somebody may write "From: …" below an empty line, and even "Type: …".
                if (!line.Continues && (IsType(line.Text) && first.Text.StartsWith("From: ", StringComparison.Ordinal) || IsType(first.Text) && IsTime(line.Text)))
                {
                    Flush();
                    isOpen = true;
                    body.Begin(first, first.Text);
                }
                else
                {
                    Append(first);
                }
            }

            held = null;
            if (wasEmpty && !line.Continues && StartsBlock(line.Text))
                held = line;
            else
                Append(line);
            wasEmpty = line.Length == 0;
        }

        if (held is { } last)
            Append(last);
        Flush();
        if (lines.IsDamaged)
            problems.ReportOnce(ProblemKind.InvalidEncoding);

        void Append(TextLine line)
        {
            if (isOpen)
                body.Append(line);
            else if (conversation.Title is null && line.Text.StartsWith(Conversation, StringComparison.Ordinal))
                (conversation.Title, conversation.Id) = Title(line.Text[Conversation.Length..]);
            else if (line.Length > 0)
                problems.ReportOnce(ProblemKind.TextBeforeFirstMessage, new RecordPlace(line.Offset, line.Length, line.Number));
        }

        void Flush()
        {
            if (!isOpen)
                return;
            isOpen = false;
            if (body.IsCut)
                problems.Report(ProblemKind.TextTooLong, body.Place);
            conversation.Add(SigtopRecord.Read(body.Text, file, body.Place, options, problems));
        }
    }

    private static (string Title, string? Id) Title(string text)
    {
        var person = SigtopPerson.Read(text);
        return (person.Name, person.Id);
    }

    private static bool StartsBlock(string line) => line.StartsWith("From: ", StringComparison.Ordinal) || IsType(line);

    // Signal's own types: lower case, hyphens.
    private static bool IsType(string line) =>
        line.StartsWith("Type: ", StringComparison.Ordinal) && line.Length is > 6 and < 60
        && !line.AsSpan(6).ContainsAnyExcept("abcdefghijklmnopqrstuvwxyz-0123456789");

    private static bool IsTime(string line) => line.StartsWith("Sent: ", StringComparison.Ordinal) || line.StartsWith("Received: ", StringComparison.Ordinal);
}
