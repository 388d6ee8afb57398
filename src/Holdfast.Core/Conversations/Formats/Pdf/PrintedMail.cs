using System.Globalization;
using MimeKit.Utils;

namespace Holdfast.Conversations.Formats.Pdf;

/// <summary>The head of a mail as programs print it.</summary>
/// <param name="From">Name or address of the sender.</param>
/// <param name="Address">Address of the sender, if printed.</param>
/// <param name="At">When it was sent.</param>
/// <param name="Subject">The subject, if printed.</param>
/// <param name="First">The line where it begins.</param>
/// <param name="Body">The line where the body begins.</param>
internal sealed record PrintedMail(string From, string? Address, MessageTime At, string? Subject, int First, int Body)
{
    // Where a head can begin: below the name of the mailbox and the like.
    private const int MostAbove = 12;
    private const int LongestHead = 14;

    private static readonly string[] FromLabels = ["From", "Da", "Von", "De", "Van"];
    private static readonly string[] SentLabels = ["Sent", "Date", "Inviato", "Data", "Gesendet", "Datum", "Envoyé", "Enviado", "Enviado el", "Fecha", "Verzonden"];
    private static readonly string[] SubjectLabels = ["Subject", "Oggetto", "Betreff", "Objet", "Asunto", "Assunto", "Onderwerp"];
    private static readonly string[] ToLabels = ["To", "A", "An", "À", "Para", "Aan", "Cc", "CC", "Bcc", "Attachments", "Allegati", "Anlagen"];

    /// <summary>The mails of a print; none when it does not look like one.</summary>
    internal static List<PrintedMail> FindAll(IReadOnlyList<string> lines)
    {
        // Outlook and others print one mail, Gmail prints all of a thread.
        for (var i = 0; i < Math.Min(lines.Count, MostAbove); i++)
        {
            if (Labelled(lines, i) is { } mail)
                return [mail];
        }

        var mails = new List<PrintedMail>();
        for (var i = 0; i < lines.Count && mails.Count < 10_000; i++)
        {
            if ((mails.Count > 0 || i < MostAbove) && Addressed(lines, i) is { } mail)
                mails.Add(mail);
        }

        return mails;
    }

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => "printed mail";

    // "From: Name <address>", "Sent: …", "To: …", "Subject: …", each on a line of its own.
    private static PrintedMail? Labelled(IReadOnlyList<string> lines, int first)
    {
        if (Value(lines[first], FromLabels) is not { Length: > 0 } from)
            return null;
        string? sent = null, subject = null;
        var end = first + 1;
        for (var i = first + 1; i < Math.Min(lines.Count, first + LongestHead); i++)
        {
            if (Value(lines[i], SentLabels) is { } s)
                sent ??= s;
            else if (Value(lines[i], SubjectLabels) is { } t)
                subject ??= t;
            else if (Value(lines[i], ToLabels) is null)
                continue;
            end = i + 1;
        }

        if (sent is null || subject is null)
            return null;
        var (name, address) = Split(from);
        return new PrintedMail(name, address, Time(sent), subject, first, end);
    }

    // "Name <address>   Sat, Feb 3, 2024 at 10:00 AM" and "To: …" below, as Gmail prints it.
    private static PrintedMail? Addressed(IReadOnlyList<string> lines, int first)
    {
        var line = lines[first];
        var close = line.IndexOf('>', StringComparison.Ordinal);
        if (close < 0 || close + 1 >= line.Length || line.IndexOf('<', StringComparison.Ordinal) is var open && (open < 0 || open > close)
            || !line.AsSpan(open, close - open).Contains('@') || !line.AsSpan(close).Contains(':'))
            return null;
        if (first + 1 >= lines.Count || Value(lines[first + 1], ToLabels) is null)
            return null;
        var (name, address) = Split(line[..(close + 1)]);
        var end = first + 2;
        while (end < lines.Count && Value(lines[end], ToLabels) is not null)
            end++;
        return new PrintedMail(name, address, Time(line[(close + 1)..]), null, first, end);
    }

    private static string? Value(string line, string[] labels)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon is < 1 or > 16 || !labels.AsSpan().Contains(line[..colon].Trim()))
            return null;
        return line[(colon + 1)..].Replace('\t', ' ').Trim();
    }

    private static (string Name, string? Address) Split(string from)
    {
        var open = from.IndexOf('<', StringComparison.Ordinal);
        var close = from.IndexOf('>', StringComparison.Ordinal);
        if (open < 0 || close < open)
            return (from.Trim(), from.Contains('@', StringComparison.Ordinal) ? from.Trim() : null);
        var address = from[(open + 1)..close].Trim();
        var name = from[..open].Trim().Trim('"');
        return (name.Length > 0 ? name : address, address);
    }

    // Only with the month in letters: numbers alone do not say which of them is the month.
    private static MessageTime Time(string text)
    {
        text = text.Replace('\t', ' ').Replace(" at ", " ", StringComparison.Ordinal).Replace('\u202F', ' ').Trim();
        if (text.Length > 80 || !text.Any(char.IsAsciiLetter))
            return MessageTime.None;
        var hasZone = text.Length > 6 && (text[^5] is '+' or '-' || text.EndsWith("GMT", StringComparison.Ordinal));
        if (hasZone && DateUtils.TryParse(text, out var instant))
            return MessageTime.FromInstant(instant);
        var day = text.IndexOf(',', StringComparison.Ordinal) is var comma and > 0 && !text.AsSpan(0, comma).ContainsAnyInRange('0', '9') ? text[(comma + 1)..] : text;
        if (!day.AsSpan().ContainsAnyInRange('A', 'z') || !HasMonth(day))
            return MessageTime.None;
        return DateTime.TryParse(day, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces | DateTimeStyles.NoCurrentDateDefault, out var wall) && wall.Year > 1970
            ? MessageTime.FromWall(wall) : MessageTime.None;
    }

    private static bool HasMonth(string text)
    {
        foreach (var month in CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames)
        {
            if (month.Length > 0 && text.Contains(month, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
