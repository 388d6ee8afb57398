using Holdfast.Conversations.TextFiles;

namespace Holdfast.Conversations.Formats.TikTok;

/// <summary>
/// Reads the text form of TikTok's direct messages: a heading <c>&gt;&gt;&gt; Chat History with mira::</c> for each chat, then
/// lines <c>2024-06-12 08:13:00 UTC mira: text</c>. The heading is English in every language.
/// </summary>
internal sealed class TikTokTextReader : IExportReader
{
    internal const string FormatName = "tiktok-text";

    /// <inheritdoc/>
    public string Format => FormatName;

    /// <inheritdoc/>
    public bool Recognises(ExportHead head) =>
        head.Text is { } text
        && (text.AsSpan().TrimStart().StartsWith(TikTokTextFile.Heading, StringComparison.Ordinal)
            || text.Contains("\n" + TikTokTextFile.Heading, StringComparison.Ordinal));

    /// <inheritdoc/>
    public void Read(IReadOnlyList<ExportFile> files, ReadingOptions options, IConversationSink sink)
    {
        foreach (var file in files)
        {
            var problems = new ProblemLog(sink, file.Name);
            try
            {
                using var lines = new TextLines(file.Open(), options.MaxTextLength);
                new TikTokTextFile(file, options, sink, problems).Read(lines);
            }
            catch (IOException)
            {
                problems.ReportOnce(ProblemKind.CannotOpen);
            }

            problems.Complete();
        }
    }
}
