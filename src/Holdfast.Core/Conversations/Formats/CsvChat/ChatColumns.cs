using System.Collections.Frozen;
using Holdfast.Conversations.Csv;

namespace Holdfast.Conversations.Formats.CsvChat;

/// <summary>Which columns of a table hold sender, time and words, by the names that tools give them.</summary>
/// <param name="Sender">Who wrote.</param>
/// <param name="Date">When, or the day.</param>
/// <param name="Time">The time of day, where it has a column of its own; else -1.</param>
/// <param name="Text">What was written.</param>
internal sealed record ChatColumns(int Sender, int Date, int Time, int Text)
{
    private static readonly FrozenSet<string> Senders = Set(
        "sender", "sender name", "sendername", "sender_name", "from", "author", "user", "username", "user name", "name", "contact", "contact name",
        "absender", "von", "expéditeur", "auteur", "remitente", "autor", "de", "mittente", "afzender", "nadawca", "отправитель", "gönderen", "发送者", "发送人", "差出人", "送信者");

    private static readonly FrozenSet<string> Dates = Set(
        "date", "datetime", "date time", "date/time", "date_time", "timestamp", "sent", "sent at", "sent_at", "created", "created at", "created_at", "date sent",
        "message date", "datum", "zeitstempel", "zeitpunkt", "horodatage", "fecha", "data", "дата", "tarih", "日期", "日時", "时间");

    private static readonly FrozenSet<string> Times = Set("time", "zeit", "uhrzeit", "heure", "hora", "ora", "tijd", "время", "saat", "時刻");

    private static readonly FrozenSet<string> Texts = Set(
        "message", "text", "body", "content", "contents", "msg", "message text", "message body", "nachricht", "mensaje", "texto", "mensagem", "messaggio", "testo",
        "bericht", "tekst", "wiadomość", "сообщение", "текст", "mesaj", "消息", "内容", "メッセージ", "本文");

    // Bank accounts and version control name who, when and what as well; no chat has one of these beside them.
    private static readonly FrozenSet<string> Others = Set(
        "amount", "balance", "currency", "debit", "credit", "iban", "bic", "price", "quantity", "commit", "commit hash", "commit id", "revision",
        "level", "severity", "loglevel", "log level", "betrag", "saldo", "währung", "montant", "solde", "devise", "importe", "monto", "divisa", "moneda", "importo", "valuta",
        "bedrag", "kwota", "waluta", "сумма", "валюта", "tutar", "金额", "金額", "余额", "残高");

    /// <summary>
    /// Reads a header row; null when one of the three is missing or stands twice, or when it is that of an account or a log.
    /// </summary>
    internal static ChatColumns? Of(in CsvRecord header)
    {
        int sender = -1, date = -1, time = -1, text = -1;
        for (var i = 0; i < header.Count; i++)
        {
            var name = header[i].Trim().TrimStart('\uFEFF').ToLowerInvariant();
            if (Others.Contains(name) || !Take(Senders, name, i, ref sender) || !Take(Dates, name, i, ref date) || !Take(Times, name, i, ref time) || !Take(Texts, name, i, ref text))
                return null;
        }

        if (date < 0)
            (date, time) = (time, -1);
        return sender >= 0 && date >= 0 && text >= 0 ? new ChatColumns(sender, date, time, text) : null;
    }

    /// <summary>The printed date and time of a record.</summary>
    internal string Stamp(in CsvRecord record) => Time < 0 ? record[Date] : $"{record[Date]} {record[Time]}";

    // A table with two columns of one name leaves open which is meant; a person must say, so it is not read as a chat.
    private static bool Take(FrozenSet<string> names, string name, int index, ref int column)
    {
        if (!names.Contains(name))
            return true;
        var isFirst = column < 0;
        column = index;
        return isFirst;
    }

    private static FrozenSet<string> Set(params string[] names) => names.ToFrozenSet(StringComparer.Ordinal);
}
