using Holdfast.Conversations.Dates;
using Holdfast.Conversations.Json;
using Holdfast.Conversations.TextFiles;

namespace Holdfast.Conversations.Formats.Signal;

/// <summary>Reads a <c>data.json</c> of signal-export: one object on each line, not an array.</summary>
internal static class SignalRows
{
    /// <summary>Adds the records of a file to a conversation.</summary>
    internal static void Read(StructuredFile source, ExportFile file, ReadingOptions options, ProblemLog problems, GatheredConversation conversation)
    {
        var bytes = source.Bytes;
        for (var start = source.Start; start < bytes.Length;)
        {
            var length = bytes.AsSpan(start).IndexOf((byte)'\n');
            var end = length < 0 ? bytes.Length : start + length;
            var from = JsonScanner.SkipSpace(bytes, start, end);
            if (from < end)
                ReadLine(from, end);
            start = end + 1;
        }

        void ReadLine(int from, int end)
        {
            if (bytes[from] != '{')
            {
                problems.Report(ProblemKind.Damaged, source.Place(from, end));
                return;
            }

            var to = JsonScanner.EndOfValue(bytes, from, end, out var complete);
            if (!complete)
                problems.Report(end == bytes.Length ? ProblemKind.LastRecordCutOff : ProblemKind.Damaged, source.Place(from, end));
            conversation.Add(Message(new JsonValue(bytes, from, to, complete)));
        }

        Message Message(JsonValue row)
        {
            var damaged = false;
            var place = source.Place(row.Start, row.End);
            var at = MachineTime.Read(row["date"u8].GetString(ref damaged), isUtc: false);
            var body = row["body"u8].GetString(ref damaged);
            var text = body?.Trim('\n', ' ');
            var media = Media(row, ref damaged);
            if (at.Knowledge == TimeKnowledge.None)
                problems.Report(ProblemKind.Damaged, place);
            if (body is null && row["body"u8].Kind is not (JsonKind.None or JsonKind.Null))
                problems.Report(ProblemKind.UnreadableBody, place);
            var kind = row["deleted"u8].IsTrue ? MessageKind.Deleted
                : row["call"u8].IsTrue ? MessageKind.Call
                : media.Count > 0 ? MessageKind.Media
                : SignalBody.KindOfWords(text ?? "");
            var message = new Message
            {
                At = at,
                From = SignalNames.Sender(row["sender"u8].GetString(ref damaged), options),
                Kind = kind,
                Text = TextLimit.Apply(text, options, problems, place),
                Quoted = TextLimit.Apply(SignalBody.Unquoted(row["quote"u8].GetString(ref damaged)), options, problems, place),
                Media = media,
                Reactions = Reactions(row["reactions"u8], options, ref damaged),
                File = file,
                Place = place,
            };
            if (damaged)
                problems.ReportOnce(ProblemKind.InvalidEncoding, place);
            return message;
        }
    }

    private static List<string> Media(JsonValue row, ref bool damaged)
    {
        var result = new List<string>();
        var items = row["attachments"u8].Items;
        while (items.MoveNext())
        {
            if ((items.Value["path"u8].GetString(ref damaged) ?? items.Value["name"u8].GetString(ref damaged)) is { Length: > 0 } path)
                result.Add(path);
        }

        var sticker = row["sticker"u8];
        if ((sticker.GetString(ref damaged) ?? sticker["emoji"u8].GetString(ref damaged)) is { Length: > 0 } symbol)
            result.Add(symbol);
        return result;
    }

    // Pairs of name and symbol; in some versions objects.
    private static List<Reaction> Reactions(JsonValue list, ReadingOptions options, ref bool damaged)
    {
        var result = new List<Reaction>();
        var items = list.Items;
        while (items.MoveNext())
        {
            var (name, symbol) = (items.Value["name"u8].GetString(ref damaged), items.Value["emoji"u8].GetString(ref damaged));
            var pair = items.Value.Items;
            if (pair.MoveNext())
            {
                name = pair.Value.GetString(ref damaged);
                symbol = pair.MoveNext() ? pair.Value.GetString(ref damaged) : null;
            }

            if (!string.IsNullOrEmpty(symbol))
                result.Add(new Reaction(SignalNames.Sender(name, options), symbol));
        }

        return result;
    }
}
