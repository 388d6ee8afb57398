using System.Text;
using Holdfast.Conversations;

namespace Holdfast.Bench.Exports;

/// <summary>One format to measure.</summary>
/// <param name="Name">Name of the format.</param>
/// <param name="IsJson">True when its time is compared with that of a bare <c>Utf8JsonReader</c>.</param>
/// <param name="Write">Gives the files of an export with that many records.</param>
internal sealed record InventedExport(string Name, bool IsJson, Func<int, IReadOnlyList<(string Name, byte[] Bytes)>> Write)
{
    /// <summary>All formats; a new one is a line here and a file beside this one.</summary>
    internal static IReadOnlyList<InventedExport> All { get; } =
    [
        new("discord-json", true, DiscordJson.Write),
        new("google-chat", true, GoogleChatJson.Write),
        new("instagram-json", true, InstagramJson.Write),
        new("signal-sigtop-json", true, SigtopJson.Write),
        new("snapchat-json", true, SnapchatJson.Write),
        new("telegram-json", true, TelegramJson.Write),
        new("tiktok-json", true, TikTokJson.Write),
        new("csv-chat", false, CsvTable.Write),
        new("email", false, Mailbox.Write),
        new("imessage-text", false, AppleMessagesText.Write),
        new("instagram-html", false, InstagramHtml.Write),
        new("line-text", false, LineText.Write),
        new("sms-backup", false, SmsBackup.Write),
        new("telegram-html", false, TelegramHtml.Write),
        new("whatsapp-text", false, WhatsAppText.Write),
    ];

    /// <summary>The files as the readers get them.</summary>
    internal static List<ExportFile> Files(IEnumerable<(string Name, byte[] Bytes)> files) =>
        [.. files.Select(f => ExportFile.FromBytes(f.Name, f.Bytes))];

    /// <summary>Two people in turn.</summary>
    internal static string Sender(int i) => i % 2 == 0 ? "Robin Example" : "Sam Placeholder";

    /// <summary>When a message was sent, 40 seconds after the one before.</summary>
    internal static DateTime At(int i) => DateTime.UnixEpoch.AddSeconds(1_600_000_000L + i * 40L);

    /// <summary>One file.</summary>
    internal static (string Name, byte[] Bytes) File(string name, StringBuilder text) => (name, Encoding.UTF8.GetBytes(text.ToString()));
}
