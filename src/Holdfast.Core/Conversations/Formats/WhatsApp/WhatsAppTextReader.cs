using System.Text;
using Holdfast.Conversations.TextFiles;

namespace Holdfast.Conversations.Formats.WhatsApp;

/// <summary>
/// Reads the text that WhatsApp's "Export chat" writes. The format has no escapes: a record begins where a line begins
/// with a date in the one shape of the file, and everything up to the next such line is its body. A line that somebody
/// typed in that very shape cannot be told from a record; such an export proves nothing by itself.
/// </summary>
public sealed class WhatsAppTextReader : IExportReader
{
    /// <inheritdoc/>
    public string Format => "whatsapp-text";

    /// <inheritdoc/>
    public bool Recognises(ExportHead head)
    {
        if (head.Text is null)
        {
            return false;
        }

        var isFromPhone = HasPhoneMarks(head.Text);
        var shapes = new Dictionary<HeaderShape, int>();
        int headers = 0, lines = 0, levels = 0;
        using var reader = new Utf8Lines(new MemoryStream(Encoding.UTF8.GetBytes(head.Text), writable: false));
        while (lines < 300 && reader.Read())
        {
            if (reader.Line.Length == 0 || reader.IsContinued)
            {
                continue;
            }

            lines++;
            if (HeaderParser.TryParse(reader.Line, out var header) && !IsAnotherFormat(header.Shape, isFromPhone) && header.Date.Resolve(DateOrder.Unknown) is not null
                | header.Date.Resolve(DateOrder.MonthDayYear) is not null | header.Date.Resolve(DateOrder.YearMonthDay) is not null)
            {
                headers++;
                shapes[header.Shape] = shapes.GetValueOrDefault(header.Shape) + 1;
                levels += IsLogLine(reader.Line[header.BodyStart..]) ? 1 : 0;
            }
        }

        return headers > 0 && levels * 10 < headers * 9 && (shapes.Values.Max() >= 3 || headers * 4 >= lines);
    }

    /// <inheritdoc/>
    public void Read(IReadOnlyList<ExportFile> files, ReadingOptions options, IConversationSink sink)
    {
        foreach (var file in files)
        {
            try
            {
                new WhatsAppFile(file, options, sink).Read();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
            {
                sink.Report(new ReadingProblem(file.Name, 0, ProblemKind.CannotOpen));
            }
        }
    }

    /// <summary>
    /// WhatsApp on iOS writes U+200E before its own notes and before files, the note about encryption among them, so that
    /// nearly every export has it; nothing else that writes such headers does.
    /// </summary>
    internal static bool HasPhoneMarks(string text) =>
        text.StartsWith("\u200E[", StringComparison.Ordinal) || text.Contains("\n\u200E[", StringComparison.Ordinal)
        || text.Contains(": \u200E", StringComparison.Ordinal);

    // "12/06/2024, 08:13 - INFO: started", "2024-06-12 08:13:00 - root - INFO - started".
    private static bool IsLogLine(ReadOnlySpan<byte> rest)
    {
        const int LongestStart = 60;
        var colon = SenderSplit.FirstColon(rest);
        return ProgramLog.IsLevel(Encoding.UTF8.GetString(rest[..Math.Min(colon > 0 ? colon : rest.Length, LongestStart)]));
    }

    /// <summary>
    /// "[2024-06-12 08:13:00] Me:" is written by signal-export, and by Swedish phones; "[10:13, 12/6/2024] Name:" is copied
    /// from WhatsApp Web, where every line may have a shape of its own.
    /// </summary>
    private static bool IsAnotherFormat(HeaderShape shape, bool isFromPhone) =>
        (shape is { IsBracketed: true, IsYearFirst: true, UsesSlash: false, UsesDot: false, HasComma: false } && !isFromPhone)
        || shape is { IsBracketed: true, IsTimeFirst: true, HasSeconds: false };
}
