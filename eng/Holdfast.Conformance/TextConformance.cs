using System.Text.Json;
using Holdfast.Conversations;
using Holdfast.Findings;

namespace Holdfast.Conformance;

/// <summary>Checks every labelled text and counts the verdicts by label.</summary>
internal static class TextConformance
{
    public static void Run(string folder, bool details)
    {
        Console.WriteLine("## Labelled texts\n");
        Console.WriteLine("| file | label | lang | texts | no-signs | caution | attempt | blackmail | bluff | form right |\n|---|---|---|---|---|---|---|---|---|---|");
        var rows = new SortedDictionary<string, Tally>(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(folder, "*.jsonl").Order(StringComparer.Ordinal))
        {
            foreach (var line in File.ReadLines(path).Where(line => line.Length > 0))
            {
                using var document = JsonDocument.Parse(line);
                Count(Path.GetFileNameWithoutExtension(path), document.RootElement, rows, details);
            }
        }

        foreach (var (key, tally) in rows)
        {
            var form = tally.Forms == 0 ? "" : $"{tally.FormsRight} of {tally.Forms}";
            Console.WriteLine($"| {key} | {tally.Total} | {string.Join(" | ", tally.Verdicts)} | {form} |");
        }

        Console.WriteLine();
    }

    private static readonly Recogniser Recogniser = new(new RecogniserOptions());

    private sealed class Tally
    {
        public int Total;
        public int[] Verdicts = new int[5];
        public int Forms;
        public int FormsRight;
    }

    private static void Count(string file, JsonElement row, SortedDictionary<string, Tally> rows, bool details)
    {
        var label = row.GetProperty("label").GetString()!;
        var subtype = row.TryGetProperty("subtype", out var sub) && sub.GetString() is { Length: > 0 } name ? $" ({name})" : "";
        var key = $"{file} | {label}{subtype} | {row.GetProperty("lang").GetString()}";
        if (!rows.TryGetValue(key, out var tally))
        {
            rows.Add(key, tally = new Tally());
        }

        Recogniser.Reset();
        Feed(row, Recogniser);
        var answer = Recogniser.Assess();
        tally.Total++;
        tally.Verdicts[(int)answer.Verdict]++;
        if (subtype.Length > 0 && answer.Verdict is Verdict.Blackmail or Verdict.Bluff)
        {
            tally.Forms++;
            tally.FormsRight += subtype switch
            {
                " (bluff-hack)" => answer.Form == BlackmailForm.ObtainedImages,
                " (shared-images)" => answer.Form == BlackmailForm.SharedImages,
                " (non-money-demand)" => answer.Form == BlackmailForm.OtherDemand,
                _ => answer.Form == BlackmailForm.ObtainedImages,
            } ? 1 : 0;
        }

        if (details && (label == "sextortion") != answer.Verdict is Verdict.Blackmail or Verdict.Bluff or Verdict.Attempt)
        {
            Console.Error.WriteLine($"{row.GetProperty("id")} {key}: {answer.Verdict} {answer.Form} {answer.Score} {string.Join(",", answer.Signs.Select(sign => sign.Id))}");
        }
    }

    private static void Feed(JsonElement row, Recogniser recogniser)
    {
        var file = ExportFile.FromBytes("text", []);
        var isChat = row.TryGetProperty("messages", out var messages);
        recogniser.Begin(new ConversationHeader("plain-text") { IsSingleVoice = !isChat });
        if (isChat)
        {
            foreach (var message in messages.EnumerateArray())
            {
                recogniser.Add(new Message { File = file, From = message.GetProperty("from").GetString(), Text = message.GetProperty("text").GetString() });
            }
        }
        else
        {
            recogniser.Add(new Message
            {
                File = file,
                Text = row.GetProperty("text").GetString(),
                Subject = row.TryGetProperty("subject", out var subject) ? subject.GetString() : null,
            });
        }

        recogniser.End(new ConversationFooter());
    }
}
