// Measures reading and checking of one large WhatsApp export.
//   generate LINES FILE   writes an invented chat (the same bytes for the same number)
//   read FILE             reads it, counts the records
//   check FILE            reads and checks it
// Measures the readers of all formats on invented exports.
//   formats [RECORDS] [FORMAT]   200000 records of each format, or of one
using System.Diagnostics;
using System.Globalization;
using Holdfast.Bench;
using Holdfast.Conversations;
using Holdfast.Findings;

switch (args)
{
    case ["generate", var lines, var path]:
        ChatGenerator.Write(long.Parse(lines, CultureInfo.InvariantCulture), path);
        return 0;
    case ["read", var path]:
        Measure("read", path, new CountingSink(), sink => sink.Count);
        return 0;
    case ["check", var path]:
        Measure("check", path, new Recogniser(new RecogniserOptions()), sink =>
        {
            var answer = sink.Assess();
            Console.Error.WriteLine($"{answer.Verdict} {answer.Score} {string.Join(", ", answer.Signs.Select(sign => $"{sign.Id} {sign.Strength}"))}");
            return sink.MessageCount;
        });
        return 0;
    case ["formats", .. var rest]:
        FormatBench.Run(rest.Length > 0 ? int.Parse(rest[0], CultureInfo.InvariantCulture) : 200_000, rest.ElementAtOrDefault(1));
        return 0;
    default:
        Console.Error.WriteLine("usage: generate LINES FILE | read FILE | check FILE | formats [RECORDS] [FORMAT]");
        return 2;
}

static void Measure<TSink>(string what, string path, TSink sink, Func<TSink, long> count)
    where TSink : IConversationSink
{
    var watch = Stopwatch.StartNew();
    var file = new ExportFile(Path.GetFileName(path), new FileInfo(path).Length, () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 0));
    ExportSet.Open([file], new ReadingOptions()).Read(sink);
    var records = count(sink);
    var seconds = watch.Elapsed.TotalSeconds;
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what} {records} records {seconds:F3} s {records / seconds:F0} records/s"));
}

internal sealed class CountingSink : IConversationSink
{
    public long Count { get; private set; }

    public void Begin(ConversationHeader header)
    {
    }

    public void Add(Message message) => Count++;

    public void Add(Contact contact)
    {
    }

    public void End(ConversationFooter footer)
    {
    }

    public void Report(ReadingProblem problem)
    {
    }
}
