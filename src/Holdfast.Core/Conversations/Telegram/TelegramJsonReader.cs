using Holdfast.Conversations.Json;

namespace Holdfast.Conversations.Telegram;

/// <summary>
/// Reads the JSON form of Telegram Desktop's export (core.telegram.org/import-export): a single chat, or an account with
/// all chats, also those that were left.
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
            if (StructuredFile.Load(file, options, problems) is { } source)
                ReadFile(file, source, options, sink, problems);
            problems.Complete();
        }
    }

    private static void ReadFile(
        ExportFile file, StructuredFile source, ReadingOptions options, IConversationSink sink, ProblemLog problems)
    {
        var ignored = false;
        string? account = null;
        var lists = new List<(JsonValue Chats, ConversationFolder Folder)>();
        var isSingle = false;
        var root = JsonValue.Root(source);
        var members = root.Members;
        while (members.MoveNext())
        {
            if (members.IsNamed("personal_information"u8))
                account = members.Value["user_id"u8].GetScalar(ref ignored);
            else if (members.IsNamed("chats"u8))
                lists.Add((members.Value["list"u8], ConversationFolder.Inbox));
            else if (members.IsNamed("left_chats"u8))
                lists.Add((members.Value["list"u8], ConversationFolder.Deleted));
            else if (members.IsNamed("messages"u8))
                isSingle = true;
        }

        if (members.IsBroken && !isSingle)
            ReportBreak(members.Position, members.Position >= source.Bytes.Length);
        var owner = account is null ? null : FindOwner(lists, account);
        var chats = new TelegramChats(file, source, options, sink, problems, owner);
        if (isSingle)
            chats.Read(root);
        foreach (var (list, folder) in lists)
            ReadList(list, folder);
        if (chats.Records == 0)
            problems.Report(ProblemKind.NoMessages);

        void ReadList(JsonValue list, ConversationFolder folder)
        {
            var items = list.Items;
            while (items.MoveNext())
            {
                if (items.Value.Kind == JsonKind.Object)
                    chats.Read(items.Value, folder);
                else
                    problems.Report(ProblemKind.Damaged, source.Place(items.Value.Start, items.Value.End));
            }

            if (items.IsCutOff)
                problems.ReportOnce(ProblemKind.Truncated, source.Place(source.Bytes.Length, source.Bytes.Length));
        }

        void ReportBreak(int position, bool isEnd) => problems.Report(
            isEnd ? ProblemKind.Truncated : ProblemKind.Damaged, source.Place(position, source.Bytes.Length));
    }

    private static string? FindOwner(List<(JsonValue Chats, ConversationFolder Folder)> lists, string account)
    {
        foreach (var (list, _) in lists)
        {
            var items = list.Items;
            while (items.MoveNext())
            {
                if (TelegramChat.Read(items.Value).FindOwner(account) is { } name)
                    return name;
            }
        }

        return null;
    }
}
