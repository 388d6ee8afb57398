using Holdfast.Conversations.TextFiles;

namespace Holdfast.Conversations.Formats.PlainText;

/// <summary>
/// Reads any text that no other reader knows: turns copied out of a chat window where their shape can be told, else one
/// note with a single voice.
/// </summary>
internal sealed class PlainTextReader : IExportReader
{
    private const string Name = "plain-text";

    // What people write for themselves when they type a conversation down.
    private static readonly string[] Selves = ["Me", "me", "ME", "Ich", "Moi", "Yo", "Eu", "Io", "Ik"];

    /// <inheritdoc/>
    public string Format => Name;

    /// <inheritdoc/>
    public bool Recognises(ExportHead head) => head.Text is { } text && !IsMarkup(text);

    /// <inheritdoc/>
    public void Read(IReadOnlyList<ExportFile> files, ReadingOptions options, IConversationSink sink)
    {
        foreach (var file in files)
        {
            var problems = new ProblemLog(sink, file.Name);
            try
            {
                ReadFile(file, options, sink, problems);
            }
            catch (IOException)
            {
                problems.ReportOnce(ProblemKind.CannotOpen);
            }

            problems.Complete();
        }
    }

    private static void ReadFile(ExportFile file, ReadingOptions options, IConversationSink sink, ProblemLog problems)
    {
        PlainTextSurvey survey;
        using (var lines = new TextLines(file.Open(), options.MaxTextLength))
            survey = PlainTextSurvey.Of(lines, options);
        if (survey.IsEmpty)
        {
            problems.Report(ProblemKind.NoMessages);
            return;
        }

        using var text = new TextLines(file.Open(), options.MaxTextLength);
        var writer = new TurnWriter(file, survey, options, sink, problems);
        sink.Begin(new ConversationHeader(Name) { IsSingleVoice = survey.Shape == TurnShape.Prose });
        try
        {
            while (text.MoveNext())
                writer.Take(text.Current);
        }
        finally
        {
            writer.Close();
            var said = writer.Names.SaidToBeMe(options);
            var self = writer.Names.All.FirstOrDefault(n => Selves.AsSpan().Contains(n));
            sink.End(new ConversationFooter
            {
                Participants = writer.Names.All,
                Owner = said ?? self,
                OwnerConfidence = said is not null ? 1 : self is not null ? 0.9 : 0,
                DateOrder = survey.Order,
                DateOrderConfidence = survey.Confidence,
            });
        }

        if (text.IsDamaged)
            problems.ReportOnce(ProblemKind.InvalidEncoding);
        if (survey.Confidence < 0.75)
            problems.Report(ProblemKind.DateOrderUnknown);
    }

    // Another program's structured file is not something that a person wrote; reading it as a note would drown them.
    private static bool IsMarkup(string text)
    {
        var start = text.AsSpan().TrimStart();
        if (start.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase))
            return true;
        var next = start.Length > 1 ? start[1..].TrimStart() : default;
        return start.StartsWith('{') && next.StartsWith('"') || start.StartsWith('[') && (next.StartsWith('{') || next.StartsWith('"'));
    }
}
