using System.Text.Json;
using Holdfast.Conversations;
using Holdfast.Findings;

namespace Holdfast.Core.Tests.Findings;

/// <summary>Invented conversations with the answer that an adviser would give (<c>tests/texts</c>).</summary>
public sealed class RecogniserTextTests
{
    public static TheoryData<string, string> Rows()
    {
        var rows = new TheoryData<string, string>();
        foreach (var language in new[] { "en", "it" })
        {
            foreach (var line in File.ReadLines(Path.Combine(TestFolder.Root, "texts", language + ".jsonl")).Where(line => line.Length > 0))
            {
                using var row = JsonDocument.Parse(line);
                rows.Add(row.RootElement.GetProperty("id").GetString()!, line);
            }
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void An_invented_conversation_gets_the_answer_of_an_adviser(string id, string line)
    {
        using var row = JsonDocument.Parse(line);
        var answer = Check(row.RootElement);
        var expected = row.RootElement.GetProperty("verdict").GetString();
        var form = row.RootElement.GetProperty("form").GetString();
        Assert.True(expected == Name(answer.Verdict), $"{id}: {Name(answer.Verdict)} ({answer.Score}), not {expected}: {string.Join(", ", answer.Signs.Select(sign => sign.Id))}");
        Assert.True(answer.Verdict == Verdict.Bluff || form == Name(answer.Form), $"{id}: {Name(answer.Form)}, not {form}");
    }

    private static Assessment Check(JsonElement row)
    {
        var recogniser = new Recogniser(new RecogniserOptions());
        var file = ExportFile.FromBytes("chat.txt", []);
        var messages = row.GetProperty("messages").EnumerateArray().ToList();
        recogniser.Begin(new ConversationHeader("plain-text") { Owner = row.GetProperty("owner").GetString(), IsSingleVoice = messages.Count == 1 });
        foreach (var message in messages)
        {
            recogniser.Add(new Message { File = file, From = message.GetProperty("from").GetString(), Text = message.GetProperty("text").GetString() });
        }

        recogniser.End(new ConversationFooter());
        return recogniser.Assess();
    }

    private static string Name(Verdict verdict) => verdict == Verdict.NoSigns ? "no-signs" : verdict.ToString().ToLowerInvariant();

    private static string? Name(BlackmailForm? form) => form switch
    {
        BlackmailForm.SharedImages => "shared-images",
        BlackmailForm.ObtainedImages => "obtained-images",
        BlackmailForm.OtherDemand => "other-demand",
        _ => null,
    };
}
