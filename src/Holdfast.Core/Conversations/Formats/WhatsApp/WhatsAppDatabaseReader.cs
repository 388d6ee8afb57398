using Holdfast.Conversations.Sqlite;

namespace Holdfast.Conversations.Formats.WhatsApp;

/// <summary>
/// Reads WhatsApp's own databases as they lie in backups: <c>msgstore.db</c> of Android (decrypted), <c>ChatStorage.sqlite</c> of the
/// iPhone, with the write-ahead log beside them. They hold what the chat export leaves out: reactions, replies, calls, exact
/// times. The shapes are those that forensic parsers read (IPED, ALEAPP, iLEAPP).
/// </summary>
internal sealed class WhatsAppDatabaseReader : IExportReader
{
    private static readonly string[] Names = ["msgstore.db", "ChatStorage.sqlite"];

    /// <inheritdoc/>
    public string Format => "whatsapp-db";

    /// <inheritdoc/>
    public bool Recognises(ExportHead head) =>
        SqliteFile.Recognises(head, database => AndroidStore.IsOne(database) || IPhoneStore.IsOne(database)) || SqliteInputs.IsLog(head, Names);

    /// <inheritdoc/>
    public void Read(IReadOnlyList<ExportFile> files, ReadingOptions options, IConversationSink sink) =>
        SqliteInputs.ReadEach(files, Names, options, sink, (file, database, problems) =>
        {
            WhatsAppStore store = IPhoneStore.IsOne(database)
                ? new IPhoneStore(file, database, options, sink, problems)
                : new AndroidStore(file, database, options, sink, problems);
            store.Read();
        });
}
