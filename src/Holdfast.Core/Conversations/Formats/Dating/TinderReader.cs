using Holdfast.Conversations.Json;
using Holdfast.Conversations.TextFiles;

namespace Holdfast.Conversations.Formats.Dating;

/// <summary>
/// Reads the messages in Tinder's <c>data.json</c>. Most downloads hold only what the owner wrote (<c>You</c>); the others are
/// numbers.
/// </summary>
internal sealed class TinderReader : IExportReader
{
    internal const string FormatName = "tinder-json";

    /// <inheritdoc/>
    public string Format => FormatName;

    /// <inheritdoc/>
    public bool Recognises(ExportHead head)
    {
        var text = head.Text;
        if (text is null || !text.AsSpan().TrimStart().StartsWith('{'))
            return false;
        // The messages stand behind long tables of use.
        return Has("\"match_id\"") && Has("\"messages\"") || Has("\"Usage\"") && Has("\"app_opens\"") || Has("\"swipes_likes\"");

        bool Has(string name) => text.Contains(name, StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public void Read(IReadOnlyList<ExportFile> files, ReadingOptions options, IConversationSink sink)
    {
        foreach (var file in files)
        {
            var problems = new ProblemLog(sink, file.Name);
            if (StructuredFile.Load(file, options, problems) is { } source)
                ReadFile(file, source, options, sink, problems);
            problems.Complete();
        }
    }

    private static void ReadFile(ExportFile file, StructuredFile source, ReadingOptions options, IConversationSink sink, ProblemLog problems)
    {
        var walk = new JsonRecords(source, problems);
        var records = 0L;
        var hasOthers = false;
        foreach (var (name, value) in walk.Of(JsonValue.Root(source)))
        {
            if (name != "Messages")
                continue;
            foreach (var match in walk.In(value))
            {
                var reading = new TinderMatch(file, source, options, problems);
                reading.Read(match, walk);
                records += reading.HandOn(sink);
                hasOthers |= reading.HasOthers;
            }
        }

        if (records == 0)
            problems.Report(ProblemKind.NoMessages);
        else if (!hasOthers)
            problems.Report(ProblemKind.OneSideOnly);
    }
}
