using System.Text.Json;
using Holdfast.Conversations;
using Holdfast.Conversations.Questions;

namespace Holdfast.Conformance;

/// <summary>
/// Reads every export fixture and compares what came out with what its expected.json states. Where the file leaves open
/// what its expected.json knows (the order of dates, whose phone it was), reading must ask; then it is read again with
/// that answer, and passes as "pass, after asking".
/// </summary>
internal static class ChatConformance
{
    private const string Pass = "pass";
    private const string PassAfterAsking = "pass, after asking";

    public static void Run(string folder, bool details)
    {
        Console.WriteLine("## Chat exports\n");
        Console.WriteLine("| fixture | result | what differs |\n|---|---|---|");
        var results = new List<(string Name, string Result)>();
        foreach (var expectedPath in Directory.EnumerateFiles(folder, "expected.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var fixture = Path.GetDirectoryName(expectedPath)!;
            var name = Path.GetRelativePath(folder, fixture).Replace('\\', '/');
            var (result, differences) = Compare(fixture, expectedPath);
            results.Add((name, result));
            Console.WriteLine($"| {name} | {result} | {string.Join("; ", differences.Take(details ? 50 : 3))} |");
        }

        var (passed, asked) = Count(results);
        Console.WriteLine($"\n{passed} of {results.Count} fixtures, {asked} of them after asking.\n");
        PrintPeers([.. results.Where(result => result.Name.StartsWith("whatsapp/", StringComparison.Ordinal))]);
    }

    private static (int Passed, int Asked) Count(List<(string Name, string Result)> results) =>
        (results.Count(result => result.Result is Pass or PassAfterAsking), results.Count(result => result.Result == PassAfterAsking));

    /// <summary>What others were measured to do on the 24 fixtures of WhatsApp that the material held in November 2026.</summary>
    private static void PrintPeers(List<(string Name, string Result)> whatsApp)
    {
        if (whatsApp.Count != 24)
        {
            return;
        }

        var (passed, asked) = Count(whatsApp);
        Console.WriteLine($"""
            WhatsApp: {passed} of 24, {asked} of them after asking. Measured on the same 24 fixtures in November 2026:
            whatsapp-chat-parser 4.0.2 passes 17 (counts and all exact records), chat-miner 16 (notices that it leaves out are
            forgiven, texts are not compared), ChatLab 10 (counts only).


            """);
    }

    private static (string Result, IReadOnlyList<string> Differences) Compare(string fixture, string expectedPath)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(expectedPath));
        var expected = document.RootElement;
        var (read, questions) = Read(fixture, new ReadingOptions());
        IReadOnlyList<string> differences = [.. ChatExpectation.Differences(expected, read), .. Unasked(expected, read, questions)];
        var answered = Answer(expected, questions);
        if (answered is null)
        {
            return (differences.Count == 0 ? Pass : "differs", differences);
        }

        // An order that was guessed right is no better than one that was guessed wrong: what was asked is answered.
        var (again, _) = Read(fixture, answered);
        differences = [.. ChatExpectation.Differences(expected, again)];
        return (differences.Count == 0 ? PassAfterAsking : "differs", differences);
    }

    private static (ConversationCollector Read, IReadOnlyList<ReadingQuestion> Questions) Read(string fixture, ReadingOptions options)
    {
        var input = Path.Combine(fixture, "input");
        var files = Directory.EnumerateFiles(input, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(path => new ExportFile(
                Path.GetRelativePath(input, path).Replace('\\', '/'), new FileInfo(path).Length, () => File.OpenRead(path)));
        var collector = new ConversationCollector();
        return (collector, ExportSet.Open(files, options).Read(collector));
    }

    /// <summary>What the person would say to the questions, as far as the expected.json knows it; null when nothing was asked.</summary>
    private static ReadingOptions? Answer(JsonElement expected, IReadOnlyList<ReadingQuestion> questions)
    {
        var order = questions.Any(question => question.Kind == QuestionKind.DateOrder) ? Order(expected) : DateOrder.Unknown;
        var owner = ChatExpectation.Text(expected, "exporter") is { } name
            && questions.Any(question => question is { Kind: QuestionKind.WhoAreYou, Assumed: null } && question.Candidates.Contains(name)) ? name : null;
        return order == DateOrder.Unknown && owner is null ? null : new ReadingOptions { DateOrder = order, Me = owner is null ? [] : [owner] };
    }

    private static IEnumerable<string> Unasked(JsonElement expected, ConversationCollector read, IReadOnlyList<ReadingQuestion> questions)
    {
        if (expected.TryGetProperty("time", out var time) && time.TryGetProperty("date_order_ambiguous", out var open)
            && open.ValueKind == JsonValueKind.True && !questions.Any(question => question.Kind == QuestionKind.DateOrder)
            && read.Conversations.All(conversation => conversation.Footer.DateOrderConfidence >= 1))
        {
            yield return "the order of dates is open and was not asked for";
        }
    }

    private static DateOrder Order(JsonElement expected) =>
        expected.TryGetProperty("time", out var time) && ChatExpectation.Text(time, "date_order") is { Length: >= 3 } order ? order[..3] switch
        {
            "dmy" => DateOrder.DayMonthYear,
            "mdy" => DateOrder.MonthDayYear,
            "ymd" => DateOrder.YearMonthDay,
            _ => DateOrder.Unknown,
        } : DateOrder.Unknown;
}
