using System.Text;
using System.Text.Json;
using Holdfast.Conversations;
using Holdfast.Findings;
using Holdfast.Packs;
using Holdfast.Preservation;

namespace Holdfast.Reports;

/// <summary>An invented case with all that a report can show.</summary>
internal static class SampleReport
{
    public static EvidenceReport Make(string language = "en", string? hostile = null, bool isEmpty = false)
    {
        var chat = ExportFile.FromBytes("WhatsApp Chat with Alex.txt", "01/02/2024, 10:00 - Alex: hi\n"u8.ToArray());
        ExportFile[] files = [chat, ExportFile.FromBytes("IMG-20240201-WA0001.jpg", Drawn.Jpeg), new("gone.txt", null, () => throw new IOException())];
        var assessment = isEmpty ? null : Assess(chat, hostile);
        string? account = isEmpty ? null : hostile ?? "Someone I met online on 1 February says that they will send a video to my friends.\nI have not paid.";
        _ = Packed.Seal(isEmpty ? [chat] : files, new CaseOptions { Account = account }, out var composed, assessment);
        _ = PackId.TryParse("pack-7QK2-MX4D", out var id);
        return EvidenceReport.Of(new ReportInput
        {
            Pack = id,
            IsPartial = !isEmpty,
            Made = Packed.Now,
            Tool = "holdfast/0.1.0",
            Case = composed,
            Assessment = assessment,
            Account = account,
            Problems = isEmpty ? [] : [.. Enumerable.Range(1, 20).Select(line => new ReadingProblem(hostile ?? "WhatsApp Chat with Alex.txt", line, ProblemKind.Damaged))],
            Words = Words(language),
            Language = language,
        });
    }

    /// <summary>The words that are shipped for reports.</summary>
    public static Func<string, string> Words(string language)
    {
        var words = Read(language);
        return key => words.GetValueOrDefault(key, key);
    }

    public static IEnumerable<string> Keys(string language) => Read(language).Keys;

    public static string Html(EvidenceReport report) => Encoding.UTF8.GetString(HtmlReport.Write(report));

    public static string Text(EvidenceReport report) => Encoding.UTF8.GetString(TextReport.Write(report));

    private static Dictionary<string, string> Read(string language)
    {
        using var stream = typeof(EvidenceReport).Assembly.GetManifestResourceStream($"content/words/report-{language}.json")!;
        using var json = JsonDocument.Parse(stream);
        return json.RootElement.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString()!);
    }

    private static Assessment Assess(ExportFile chat, string? hostile)
    {
        Quote Said(int index, string text, int minute) => new(0, index, 0, text.Length, text, new Message
        {
            File = chat,
            From = hostile ?? "Alex",
            Text = text,
            At = MessageTime.FromWall(new DateTime(2024, 2, 1, 10, minute, 0)),
            Place = new RecordPlace(0, 28, index + 1),
        });

        const string wallet = "bc1qexample0000000000000000000000000000000";
        var threat = Said(4, hostile ?? "I have your video and all your friends. I will send it to everyone.", 12);
        var demand = Said(5, hostile ?? $"Send 500 in 2 hours or it goes out. Pay here: {wallet}", 13);
        return new Assessment
        {
            Verdict = Verdict.Blackmail,
            Form = BlackmailForm.SharedImages,
            Score = 0.97,
            Signs = [new SignFinding("threat-to-publish", 1, [threat], 1), new SignFinding("deadline", 0.8, [demand], 3)],
            Demands = [new Demand(500m, "EUR", "bitcoin", hostile ?? "2 hours", [demand])],
            Identifiers =
            [
                new IdentifierFinding("bitcoin", hostile ?? wallet, hostile ?? wallet, false, [demand], 2),
                new IdentifierFinding("phone", "+44 7700 900123", "+447700900123", true, [threat], 1) { WrittenByOwner = true },
                new IdentifierFinding("url", hostile ?? "https://example.com/profile/alex", "https://example.com/profile/alex", true, [threat], 1),
            ],
            Stages =
            [
                new StageFinding("first-contact", threat.Source.At, null),
                new StageFinding("threat", threat.Source.At, threat),
                new StageFinding("demand", demand.Source.At, demand),
            ],
        };
    }
}
