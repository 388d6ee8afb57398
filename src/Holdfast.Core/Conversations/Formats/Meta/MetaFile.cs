using Holdfast.Conversations.Json;
using Holdfast.Conversations.TextFiles;

namespace Holdfast.Conversations.Formats.Meta;

/// <summary>What one file of a Meta export says about itself: whose it is, or which conversation it belongs to.</summary>
internal sealed class MetaFile
{
    private const string Requests = "messages/";

    internal MetaFile(ExportFile file, string form)
    {
        File = file;
        Format = (IsFacebook(file) ? "messenger-" : "instagram-") + form;
    }

    internal ExportFile File { get; }

    /// <summary>What may be the name of the owner, when the file is about the person and not a conversation.</summary>
    internal List<string> PersonNames { get; } = [];

    /// <summary>True when the file is about the person.</summary>
    internal bool IsPersonal { get; set; }

    /// <summary>True for the download of end-to-end encrypted chats, which writes its names in another way.</summary>
    internal bool IsEncrypted { get; private set; }

    /// <summary>The title of the conversation.</summary>
    internal string? Title { get; set; }

    /// <summary>The listed members of the conversation.</summary>
    internal List<string> Participants { get; } = [];

    /// <summary>Stable name of the format.</summary>
    internal string Format { get; }

    /// <summary>
    /// Equal for files of one conversation. The folder after <c>messages/</c> decides; title and members are compared too,
    /// because files that were picked one by one may all lie in the same folder. (<c>thread_path</c> is not unique.)
    /// </summary>
    internal string Key => string.Join('\n', [Format, Thread, Title ?? "", .. Participants.Order(StringComparer.Ordinal)]);

    /// <summary>Equal for files of one export; the same message in two exports is one message.</summary>
    internal (ExportFile?, string) Export => (File.Container, File.Folder[..(File.Folder.Length - Thread.Length)]);

    /// <summary>The name of the conversation's folder, which is the platform's key of it; null when it lies in no such folder.</summary>
    internal string? Id => Thread != File.Folder && Thread.LastIndexOf('/') is var slash and > 0 ? Thread[(slash + 1)..] : null;

    /// <summary>Which folder of the download the conversation was in.</summary>
    internal ConversationFolder Folder => Array.Exists(File.Folder.Split('/'), s => s is "message_requests") ? ConversationFolder.Requests
        : Array.Exists(File.Folder.Split('/'), s => s is "archived_threads") ? ConversationFolder.Archived
        : Array.Exists(File.Folder.Split('/'), s => s is "filtered_threads") ? ConversationFolder.Filtered
        : Array.Exists(File.Folder.Split('/'), s => s is "e2ee_cutover") ? ConversationFolder.EncryptedCutover
        : ConversationFolder.Inbox;

    /// <summary>The number at the end of the file's name; <c>message_1</c> is the newest.</summary>
    internal int Number
    {
        get
        {
            var name = File.FileName;
            var end = name.LastIndexOf('.');
            var start = end < 0 ? end = name.Length : end;
            while (start > 0 && char.IsAsciiDigit(name[start - 1]))
                start--;
            return int.TryParse(name.AsSpan(start, end - start), out var number) ? number : 0;
        }
    }

    /// <summary>The part of the path that belongs to the conversation.</summary>
    internal string Thread => File.Folder.LastIndexOf(Requests, StringComparison.Ordinal) is var i and >= 0
        ? File.Folder[(i + Requests.Length)..]
        : File.Folder;

    /// <summary>Reads what stands around the messages; null when the file cannot be opened.</summary>
    internal static MetaFile? Survey(ExportFile file, ReadingOptions options, IConversationSink sink)
    {
        var problems = new ProblemLog(sink, file.Name);
        try
        {
            using var json = JsonStream.Open(file, options, problems);
            return json is null ? null : Survey(file, json);
        }
        catch (IOException)
        {
            problems.ReportOnce(ProblemKind.CannotOpen);
            return null;
        }
    }

    private static MetaFile Survey(ExportFile file, JsonStream json)
    {
        var result = new MetaFile(file, "json");
        var ignored = false;
        if (json.Kind != JsonKind.Object || !json.Enter())
            return result;
        while (json.NextMember())
        {
            if (json.IsNamed("participants"u8))
                result.TakeParticipants(json.Take());
            else if (json.IsNamed("title"u8) || json.IsNamed("threadName"u8))
            {
                result.IsEncrypted |= json.IsNamed("threadName"u8);
                result.Title = Repaired(json.Take().GetString(ref ignored));
            }
            else if (json.IsNamed("profile_user"u8))
                result.TakePeople(json.Take());
            else if (json.IsNamed("profile_v2"u8))
                result.TakePerson(json.Take()["name"u8]["full_name"u8]);
            else
                json.Skip();
        }

        return result;
    }

    private void TakeParticipants(JsonValue value)
    {
        var ignored = false;
        var items = value.Items;
        while (items.MoveNext())
        {
            var name = items.Value.Kind == JsonKind.String ? items.Value : items.Value["name"u8];
            if (name.GetString(ref ignored) is { Length: > 0 } text)
                Participants.Add(Mojibake.Repair(text));
        }
    }

    private void TakePerson(JsonValue name)
    {
        IsPersonal = true;
        var ignored = false;
        if (name.GetString(ref ignored) is { Length: > 0 } text)
            PersonNames.Add(Mojibake.Repair(text));
    }

    private void TakePeople(JsonValue value)
    {
        IsPersonal = true;
        var items = value.Items;
        while (items.MoveNext())
            TakePerson(items.Value["string_map_data"u8]["Name"u8]["value"u8]);
    }

    private static string? Repaired(string? text) => text is null ? null : Mojibake.Repair(text);

    private static bool IsFacebook(ExportFile file)
    {
        foreach (var segment in file.Folder.Split('/'))
        {
            if (segment is "your_facebook_activity" or "your_activity_across_facebook" or "e2ee_cutover"
                || segment.StartsWith("facebook", StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return file.Container?.FileName.StartsWith("facebook", StringComparison.OrdinalIgnoreCase) ?? false;
    }
}
