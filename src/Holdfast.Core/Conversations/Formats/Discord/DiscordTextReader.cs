using Holdfast.Conversations.Dates;

namespace Holdfast.Conversations.Formats.Discord;

/// <summary>
/// Reads the plain text of DiscordChatExporter: a block between rules of 62 signs, then for each message a line with date and
/// author, the words, and sections in braces. The dates follow the culture of the exporting computer. A body line in the shape of
/// a header after an empty line cannot be told from a header; such a file proves nothing by itself.
/// </summary>
internal sealed class DiscordTextReader : IExportReader
{
    internal static readonly string Rule = new('=', 62);

    /// <inheritdoc/>
    public string Format => "discord-txt";

    /// <inheritdoc/>
    public bool Recognises(ExportHead head)
    {
        var text = (head.Text ?? "").AsSpan().TrimStart();
        if (!text.StartsWith(Rule, StringComparison.Ordinal))
            return false;
        var rest = text[Rule.Length..].TrimStart();
        return rest.StartsWith("Guild: ", StringComparison.Ordinal) || rest.StartsWith("Channel: ", StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public void Read(IReadOnlyList<ExportFile> files, ReadingOptions options, IConversationSink sink)
    {
        foreach (var channel in files.GroupBy(f => DiscordFileName.Of(f).Key, StringComparer.Ordinal))
            ReadChannel([.. channel.OrderBy(f => DiscordChannelFile.PartOf(f.FileName))], options, sink);
    }

    private void ReadChannel(IReadOnlyList<ExportFile> parts, ReadingOptions options, IConversationSink sink)
    {
        var stamps = new List<string>();
        foreach (var file in parts)
            DiscordTextFile.Survey(file, options, stamps);
        var order = LearntOrder.Of(stamps, options);
        var conversation = new GatheredConversation(Format)
        {
            Id = DiscordFileName.Of(parts[0]).Id,
            DateOrder = order.Order,
            DateOrderConfidence = order.Confidence,
        };
        var isDirect = false;
        foreach (var file in parts)
        {
            var problems = new ProblemLog(sink, file.Name);
            var before = conversation.Messages.Count;
            var text = new DiscordTextFile(file, options, problems, order, conversation);
            try
            {
                text.Read();
            }
            catch (IOException)
            {
                problems.ReportOnce(ProblemKind.CannotOpen);
            }

            conversation.Title ??= text.Channel;
            isDirect |= text.Guild == "Direct Messages";
            if (conversation.Messages.Count == before)
                problems.Report(ProblemKind.NoMessages);
            else if (order.IsDoubtful)
                problems.Report(ProblemKind.DateOrderUnknown);
            problems.Complete();
        }

        if (isDirect)
            conversation.ConcludeOwnerFrom(conversation.Title);
        conversation.HandOn(options, sink);
    }
}
