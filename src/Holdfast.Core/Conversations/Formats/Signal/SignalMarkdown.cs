using Holdfast.Conversations.TextFiles;

namespace Holdfast.Conversations.Formats.Signal;

/// <summary>Reads a <c>chat.md</c> of signal-export, or its older <c>.txt</c>.</summary>
internal static class SignalMarkdown
{
    private const int LongestPiece = 64 * 1024;

    /// <summary>Adds the records of a file to a conversation.</summary>
    internal static void Read(ExportFile file, ReadingOptions options, ProblemLog problems, GatheredConversation conversation)
    {
        using var lines = new TextLines(file.Open(), LongestPiece);
        var body = new RecordBody(options);
        var isOpen = false;
        MessageTime at = default;
        string? from = null;
        bool? hasSeconds = null;
        try
        {
            while (lines.MoveNext())
            {
                var line = lines.Current;
                // One run of the program writes one form; a line in the other is somebody's words.
                if (!line.Continues && SignalHead.TryParse(line.Text, out var head) && head.HasSeconds == (hasSeconds ?? head.HasSeconds))
                {
                    Flush();
                    (isOpen, hasSeconds, at) = (true, head.HasSeconds, head.At);
                    from = SignalNames.Sender(head.Name(line.Text), options);
                    body.Begin(line, head.Rest(line.Text));
                }
                else if (isOpen)
                {
                    body.Append(line);
                }
                else if (line.Length > 0)
                {
                    problems.ReportOnce(ProblemKind.TextBeforeFirstMessage, new RecordPlace(line.Offset, line.Length, line.Number));
                }
            }
        }
        finally
        {
            Flush();
            if (lines.IsDamaged)
                problems.ReportOnce(ProblemKind.InvalidEncoding);
        }

        void Flush()
        {
            if (!isOpen)
                return;
            isOpen = false;
            if (body.IsCut)
                problems.Report(ProblemKind.TextTooLong, body.Place);
            var read = SignalBody.Read(body.Text);
            conversation.Add(new Message
            {
                At = at,
                From = from,
                Kind = read.Kind,
                Text = read.Text,
                Quoted = read.Quoted,
                Media = read.Media,
                Reactions = [.. read.Reactions.Select(r => new Reaction(SignalNames.Sender(r.Actor, options), r.Symbol))],
                File = file,
                Place = body.Place,
            });
        }
    }
}
