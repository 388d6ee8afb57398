using Holdfast.Conversations.Dates;
using Holdfast.Conversations.Markup;

namespace Holdfast.Conversations.Formats.Discord;

/// <summary>
/// Reads the HTML files of DiscordChatExporter, of all years. The printed dates follow the culture of the exporting computer; the
/// id of a message gives the exact instant, so they are needed only where a file has no ids.
/// </summary>
internal sealed class DiscordHtmlReader : IExportReader
{
    /// <inheritdoc/>
    public string Format => "discord-html";

    /// <inheritdoc/>
    public bool Recognises(ExportHead head) => head.Text is { } text && text.Contains('<', StringComparison.Ordinal)
        && (text.Contains("chatlog__message-group", StringComparison.Ordinal) || text.Contains("chatlog__message-container", StringComparison.Ordinal));

    /// <inheritdoc/>
    public void Read(IReadOnlyList<ExportFile> files, ReadingOptions options, IConversationSink sink)
    {
        foreach (var channel in files.GroupBy(f => DiscordFileName.Of(f).Key, StringComparer.Ordinal))
            ReadChannel([.. channel.OrderBy(f => DiscordChannelFile.PartOf(f.FileName))], options, sink);
    }

    private void ReadChannel(IReadOnlyList<ExportFile> parts, ReadingOptions options, IConversationSink sink)
    {
        var read = new List<(DiscordHtmlMessage Message, ExportFile File, ProblemLog Problems)>();
        var about = new List<string>();
        var logs = new List<ProblemLog>();
        var known = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var file in parts)
        {
            var problems = new ProblemLog(sink, file.Name);
            logs.Add(problems);
            var count = 0;
            foreach (var element in MarkupRecords.Each(file, options, problems, MarkupDialect.Html, IsRecord))
            {
                if (IsAbout(element.HasClass))
                {
                    about.Add(element.Text);
                    continue;
                }

                foreach (var message in DiscordHtmlMessage.Of(element))
                {
                    count++;
                    if (message.Id is { } id && !known.TryAdd(id, message.Text) && known[id] == message.Text)
                        problems.Report(ProblemKind.Duplicate, message.Place);
                    else
                        read.Add((message, file, problems));
                }
            }

            if (count == 0)
                problems.Report(ProblemKind.NoMessages);
        }

        var order = OrderOf(read.Select(r => r.Message), options);
        var needsOrder = read.Exists(r => Snowflake.TimeOf(r.Message.Id).Knowledge == TimeKnowledge.None);
        var name = DiscordFileName.Of(parts[0]);
        var conversation = new GatheredConversation(Format)
        {
            Id = name.Id,
            // The server, the channel (after its category), and what the channel is about.
            Title = about.Count > 1 ? about[1][(about[1].LastIndexOf(" / ", StringComparison.Ordinal) is var slash and > 0 ? slash + 3 : 0)..] : name.Channel,
            DateOrder = needsOrder ? order.Order : DateOrder.Unknown,
            DateOrderConfidence = needsOrder ? order.Confidence : 1,
        };
        foreach (var (message, file, problems) in read)
            conversation.Add(message.ToMessage(order, file, options, problems));
        if (order.IsDoubtful && needsOrder)
            logs[0].Report(ProblemKind.DateOrderUnknown);
        foreach (var log in logs)
            log.Complete();
        if (name.IsDirect || about.FirstOrDefault() == "Direct Messages")
            conversation.ConcludeOwnerFrom(conversation.Title);
        conversation.HandOn(options, sink);
    }

    // A printed date beside an id shows its order: only one reading lies within a day of the instant.
    private static LearntOrder OrderOf(IEnumerable<DiscordHtmlMessage> messages, ReadingOptions options)
    {
        var stamps = new List<string>();
        foreach (var message in messages)
        {
            if (message.Stamp is not { } stamp)
                continue;
            stamps.Add(stamp);
            if (Snowflake.TimeOf(message.Id).Instant is not { } instant || !CultureStamp.TryParse(stamp, out var printed) || printed.IsNamed)
                continue;
            var isDayFirst = IsNear(printed, DateOrder.DayMonthYear, instant);
            if (isDayFirst != IsNear(printed, DateOrder.MonthDayYear, instant))
                return new LearntOrder(isDayFirst ? DateOrder.DayMonthYear : DateOrder.MonthDayYear, 1);
        }

        return LearntOrder.Of(stamps, options);
    }

    private static bool IsNear(CultureStamp printed, DateOrder order, DateTimeOffset instant) =>
        printed.Resolve(order) is { Knowledge: not TimeKnowledge.None } at && Math.Abs((at.Wall - instant.UtcDateTime).TotalHours) < 26;

    private static bool IsRecord(MarkupTag tag) => tag.HasClass("chatlog__message-group") || tag.HasClass("chatlog__message-container") || IsAbout(tag.HasClass);

    private static bool IsAbout(Func<string, bool> hasClass) => hasClass("preamble__entry") || hasClass("info__guild-name") || hasClass("info__channel-name");
}
