using System.Globalization;
using Holdfast.Conversations.Markup;

namespace Holdfast.Conversations.Formats.Sms;

/// <summary>
/// Reads one backup, tag by tag: <c>sms</c> and <c>call</c> are whole records, <c>mms</c> holds its <c>part</c>s and <c>addr</c>s. The pictures
/// in the attribute <c>data</c> pass by unread, so that memory does not grow with the file.
/// </summary>
internal sealed class SmsFile(ExportFile file, ReadingOptions options, ProblemLog problems, Action<SmsRecord> add)
{
    private SmsRecord? _open;
    private MultimediaParts? _parts;

    /// <summary>How many records were found.</summary>
    internal long Records { get; private set; }

    /// <summary>Reads the file; one that cannot be opened is reported.</summary>
    internal void Read()
    {
        try
        {
            // A text of the greatest length takes up to three bytes a letter, more where letters are written as references.
            var limits = new MarkupLimits { LongestAttribute = (int)Math.Clamp(8L * options.MaxTextLength, 4096, 1 << 26), Unwanted = ["data"] };
            using var scanner = new MarkupScanner(file.Open(), MarkupDialect.Xml, limits);
            ReadAll(scanner);
        }
        catch (IOException)
        {
            problems.ReportOnce(ProblemKind.CannotOpen);
        }
    }

    private void ReadAll(MarkupScanner scanner)
    {
        var isClosed = false;
        while (scanner.Read())
        {
            if (scanner.Kind == MarkupTokenKind.StartTag)
                Start(scanner.Tag);
            else if (scanner.Kind == MarkupTokenKind.EndTag && scanner.Tag.Name == "mms")
                Finish(scanner.Tag.End, ProblemKind.Damaged, isBroken: false);
            else if (scanner.Kind == MarkupTokenKind.EndTag && scanner.Tag.Name is "smses" or "calls")
                isClosed = true;
        }

        Finish(scanner.End, ProblemKind.LastRecordCutOff, isBroken: true);
        if (!isClosed && Records > 0)
            problems.ReportOnce(ProblemKind.Truncated, new RecordPlace(scanner.End, 0, 0));
        if (scanner.SawInvalidBytes)
            problems.ReportOnce(ProblemKind.InvalidEncoding);
    }

    private void Start(MarkupTag tag)
    {
        switch (tag.Name)
        {
            case "sms":
                Finish(tag.Offset, ProblemKind.Damaged, isBroken: true);
                Take(Short(tag), tag);
                break;
            case "call":
                Finish(tag.Offset, ProblemKind.Damaged, isBroken: true);
                Take(PhoneCall.Read(tag, Record(tag, "number", PhoneCall.Box(tag))), tag);
                break;
            case "mms":
                Finish(tag.Offset, ProblemKind.Damaged, isBroken: true);
                _open = Multimedia(tag);
                _parts = new MultimediaParts(_open, Value(tag, "m_type"));
                if (tag.IsSelfClosing)
                    Finish(tag.End, ProblemKind.Damaged, isBroken: false);
                break;
            case "part":
                _parts?.TakePart(tag);
                break;
            case "addr":
                _parts?.TakeAddress(tag);
                break;
        }
    }

    private SmsRecord Short(MarkupTag tag)
    {
        var record = Record(tag, "address", Box(Value(tag, "type")));
        record.Text = Value(tag, "body");
        // The words were not in the backup; an empty message would have an empty body.
        if (record.Text is null)
            record.Kind = MessageKind.NotExported;
        if (tag.IsCut)
            problems.Report(ProblemKind.TextTooLong, record.Place);
        return record;
    }

    private SmsRecord Multimedia(MarkupTag tag) => Record(tag, "address", Box(Value(tag, "msg_box")));

    private SmsRecord Record(MarkupTag tag, string address, SmsBox box) => new()
    {
        File = file,
        Place = new RecordPlace(tag.Offset, tag.End - tag.Offset, 0),
        At = Time(Value(tag, "date")),
        Box = box,
        // A group has all its numbers in one attribute.
        Addresses = Value(tag, address)?.Split('~', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [],
        ContactName = Value(tag, "contact_name"),
        Subject = Value(tag, tag.Name == "mms" ? "sub" : "subject") is { Length: > 0 } subject ? subject : null,
        Id = Value(tag, "m_id") is { Length: > 0 } id ? id : null,
    };

    private void Take(SmsRecord record, MarkupTag tag)
    {
        if (!tag.IsComplete)
            problems.Report(ProblemKind.LastRecordCutOff, record.Place);
        Hand(record);
    }

    private void Finish(long end, ProblemKind kind, bool isBroken)
    {
        if (_open is not { } record)
            return;
        record.Place = record.Place with { Length = end - record.Place.Offset };
        if (isBroken)
            problems.Report(kind, record.Place);
        _parts!.Complete(problems);
        (_open, _parts) = (null, null);
        Hand(record);
    }

    private void Hand(SmsRecord record)
    {
        Records++;
        if (record.At.Knowledge == TimeKnowledge.None || record.Box == SmsBox.Unknown)
            problems.Report(ProblemKind.Damaged, record.Place);
        record.Text = TextLimit.Apply(record.Text, options, problems, record.Place);
        record.Subject = TextLimit.Apply(record.Subject, options, problems, record.Place);
        add(record);
    }

    /// <summary>An attribute; the word "null" stands for one that is not there.</summary>
    internal static string? Value(MarkupTag tag, string name) => tag[name] is { } value && value != "null" ? value : null;

    /// <summary>A number of an attribute.</summary>
    internal static long? Number(string? value) =>
        long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static SmsBox Box(string? value) => Number(value) is >= 1 and <= 6 and var box ? (SmsBox)box : SmsBox.Unknown;

    // Milliseconds since 1970. Phones keep those of picture messages in seconds, and other programs' backups copy that.
    private static MessageTime Time(string? value) => (Number(value) ?? 0) switch
    {
        <= 0 or > 250_000_000_000_000 => MessageTime.None,
        < 100_000_000_000 and var seconds => MessageTime.FromInstant(DateTimeOffset.FromUnixTimeSeconds(seconds)),
        var milliseconds => MessageTime.FromInstant(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)),
    };
}
