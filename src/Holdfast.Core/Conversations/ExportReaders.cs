using Holdfast.Conversations.Formats.AppleMessages;
using Holdfast.Conversations.Formats.CsvChat;
using Holdfast.Conversations.Formats.Dating;
using Holdfast.Conversations.Formats.Discord;
using Holdfast.Conversations.Formats.Email;
using Holdfast.Conversations.Formats.GoogleChat;
using Holdfast.Conversations.Formats.GoogleVoice;
using Holdfast.Conversations.Formats.Hangouts;
using Holdfast.Conversations.Formats.Line;
using Holdfast.Conversations.Formats.Meta;
using Holdfast.Conversations.Formats.Outlook;
using Holdfast.Conversations.Formats.Pdf;
using Holdfast.Conversations.Formats.PlainText;
using Holdfast.Conversations.Formats.Signal;
using Holdfast.Conversations.Formats.Skype;
using Holdfast.Conversations.Formats.Sms;
using Holdfast.Conversations.Formats.Snapchat;
using Holdfast.Conversations.Formats.Telegram;
using Holdfast.Conversations.Formats.TikTok;
using Holdfast.Conversations.Formats.Twitter;
using Holdfast.Conversations.Formats.WhatsApp;

namespace Holdfast.Conversations;

/// <summary>The list of formats. A new format is one folder and one line here.</summary>
public static class ExportReaders
{
    /// <summary>All readers, the more particular before the more general: the first that recognises a file reads it.</summary>
    public static IReadOnlyList<IExportReader> All { get; } =
    [
        new MetaListReader(),
        new MetaListHtmlReader(),
        new InstagramJsonReader(),
        new MetaHtmlReader(),
        new FacebookArchiveReader(),
        new TelegramJsonReader(),
        new SnapchatReader(),
        new SnapchatHtmlReader(),
        new TikTokJsonReader(),
        new TikTokTextReader(),
        new TwitterReader(),
        new MessageDatabaseReader(),
        new WhatsAppDatabaseReader(),
        new SkypeDatabaseReader(),
        new ExporterHtmlReader(),
        new ExporterTextReader(),
        new SmsBackupReader(),
        new TelegramHtmlReader(),
        new TinderReader(),
        new HingeReader(),
        new DiscordJsonReader(),
        new DiscordPackageReader(),
        new DiscordTableReader(),
        new DiscordTextReader(),
        new DiscordHtmlReader(),
        new GoogleChatReader(),
        new GoogleVoiceReader(),
        new HangoutsReader(),
        new SkypeJsonReader(),
        new SignalExportReader(),
        new SigtopJsonReader(),
        new SigtopTextReader(),
        new LineTextReader(),
        new EmailReader(),
        new OutlookMsgReader(),
        new PdfReader(),
        new WhatsAppTextReader(),
        new CsvChatReader(),
        new PlainTextReader(),
    ];
}
