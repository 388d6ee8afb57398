using Holdfast.Conversations.ContactLists;
using Holdfast.Conversations.AppleMessages;
using Holdfast.Conversations.Dating;
using Holdfast.Conversations.Csv;
using Holdfast.Conversations.Discord;
using Holdfast.Conversations.Email;
using Holdfast.Conversations.FacebookArchive;
using Holdfast.Conversations.GoogleChat;
using Holdfast.Conversations.GoogleVoice;
using Holdfast.Conversations.Hangouts;
using Holdfast.Conversations.Instagram;
using Holdfast.Conversations.MetaHtml;
using Holdfast.Conversations.Outlook;
using Holdfast.Conversations.Pdf;
using Holdfast.Conversations.Line;
using Holdfast.Conversations.PlainText;
using Holdfast.Conversations.Snapchat;
using Holdfast.Conversations.SkypeDatabase;
using Holdfast.Conversations.Sms;
using Holdfast.Conversations.Signal;
using Holdfast.Conversations.Skype;
using Holdfast.Conversations.Telegram;
using Holdfast.Conversations.TikTok;
using Holdfast.Conversations.Twitter;
using Holdfast.Conversations.WhatsApp;
using Holdfast.Conversations.WhatsAppDatabase;

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
