using Holdfast.Conversations.Json;

namespace Holdfast.Conversations.Formats.Telegram;

/// <summary>
/// Reads the JSON form of Telegram Desktop's export (core.telegram.org/import-export): a single chat, or an account with
/// all chats, also those that were left. A file of any size passes through one record at a time.
/// </summary>
internal sealed class TelegramJsonReader : IExportReader
{
    /// <inheritdoc/>
    public string Format => "telegram-json";

    /// <inheritdoc/>
    public bool Recognises(ExportHead head)
    {
        var text = head.Text;
        if (text is null || !text.AsSpan().TrimStart().StartsWith('{') || Has("\"sender_name\""))
            return false;
        return Has("\"messages\"") && (Has("\"from_id\"") || Has("\"date_unixtime\"") || Has("\"actor_id\"") || Has("\"text_entities\""))
            || Has("\"messages\"") && Has("\"type\"") && (Has("\"personal_chat\"") || Has("\"saved_messages\"") || Has("_group\"") || Has("_supergroup\""))
            || Has("\"personal_information\"") && Has("\"user_id\"")
            || Has("\"chats\"") && Has("\"list\"") && Has("\"messages\"");

        bool Has(string name) => text.Contains(name, StringComparison.Ordinal);
    }

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
        TelegramSurvey survey;
        using (var json = JsonStream.Open(file, options, problems))
        {
            if (json is null)
                return;
            survey = TelegramSurvey.Of(json);
        }

        using var again = JsonStream.Open(file, options, problems);
        if (again is null)
            return;
        var chats = new TelegramChats(file, again, survey, options, sink, problems);
        chats.Read();
        if (chats.Records == 0)
            problems.Report(ProblemKind.NoMessages);
    }
}
