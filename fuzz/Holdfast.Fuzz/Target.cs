using System.Text;
using Holdfast.Conversations;
using Holdfast.Conversations.Archives;
using Holdfast.Conversations.TextFiles;

namespace Holdfast.Fuzz;

/// <summary>What is fuzzed: a reader, or the opening of archives.</summary>
internal sealed class Target
{
    // Small limits, so that they are met.
    private static readonly ReadingOptions Options = new()
    {
        MaxTextLength = 4096,
        MaxArchiveEntries = 100,
        MaxArchiveBytes = 1 << 20,
        MaxStructuredFileBytes = 1 << 22,
    };

    private readonly Action<byte[]> _run;

    private Target(string name, Action<byte[]> run, params string[] words)
    {
        Name = name;
        _run = run;
        Words = [.. words.Select(Encoding.UTF8.GetBytes), [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xE2, 0x80, 0x8E], [0], [0xED, 0xA0, 0x80], [0xFF]];
    }

    internal string Name { get; }

    /// <summary>Pieces that mean something in the format.</summary>
    internal IReadOnlyList<byte[]> Words { get; }

    internal void Run(byte[] input) => _run(input);

    internal static Target ByName(string name)
    {
        if (name == "archive")
            return new Target(name, ReadArchive, "PK\x01\x02", "PK\x03\x04", "PK\x05\x06", "PK\x06\x06", "../", "/", "\\");
        if (name == "merge")
            return new Target(name, new MergeCheck(Options).Run, WordsOf("-json"));
        if (name == "screenshot")
            return new Target(name, input => new RandomScreens(input).Read(Options));
        var reader = ExportReaders.All.FirstOrDefault(r => r.Format == name)
            ?? throw new ArgumentException("formats: archive merge screenshot " + string.Join(' ', ExportReaders.All.Select(r => r.Format)));
        return new Target(name, bytes => Read(reader, bytes), WordsOf(name));
    }

    private static string[] WordsOf(string format)
    {
        if (format.EndsWith("-json", StringComparison.Ordinal))
        {
            return
            [
                "{", "}", "[", "]", "\"", ":", ",", "\\", "\\ud83d", "\\u00e2", "\n", "null", "true", "1e999", "-9223372036854775808",
                "\"messages\":[", "\"sender_name\":", "\"timestamp_ms\":", "\"content\":", "\"text\":", "\"from_id\":", "\"date_unixtime\":",
                "\"chats\":{\"list\":[", "\"personal_information\":{\"user_id\":1}", "\"type\":\"service\"", "\"reactions\":[{\"reaction\":\"x\"}]",
            ];
        }

        return format switch
        {
            "email" =>
            [
                "\n\n", "\r\n", "From x@example.com Sat Feb  3 04:05:06 2024\n", "From - \n", ">From ", "Content-Type: ", "multipart/mixed; boundary=\"\"",
                "multipart/alternative; boundary=x", "message/rfc822", "text/html", "--x\n", "--x--\n", "=?utf-8?B?", "?=", "charset=iso-2022-jp",
                "Content-Transfer-Encoding: base64\n", "quoted-printable", "format=flowed", "<div style=\"display:none\">", "</div>", "&#xD800;", "<br>", "<pre>",
            ],
            _ =>
            [
                "\n", "\r", "[10:13 AM, 6/12/2024] A: ", "[12.06.2024, 10:13:11] B: ", "A, [12.06.2024 10:13]\n", "A \u2014 Today at 10:13 AM\n",
                "\nA: ", "\nB: ", "\u200E", "\u202F", "12/6/24, 10:13 - A: ", "\uD83D\uDE08",
            ],
        };
    }

    private static void Read(IExportReader reader, byte[] bytes)
    {
        var file = ExportFile.FromBytes("input", bytes);
        var head = bytes.AsMemory(0, Math.Min(bytes.Length, ExportHead.Size));
        reader.Recognises(new ExportHead(file, head, TextDecoding.DecodeHead(head.Span)));
        var sink = new CheckingSink(bytes.Length, Options);
        reader.Read([file], Options, sink);
        sink.Complete();
    }

    private static void ReadArchive(byte[] bytes)
    {
        var results = 0L;
        var total = 0L;
        var buffer = new byte[4096];
        foreach (var file in ExportArchive.Expand(ExportFile.FromBytes("input.zip", bytes), Options, _ => results++))
        {
            using var stream = file.Open();
            int got;
            while ((got = stream.Read(buffer)) > 0)
                total += got;
            if (total > Options.MaxArchiveBytes)
                throw new InvariantException("more bytes than allowed");
            if (file.Name.Contains("..", StringComparison.Ordinal) && file.Name.Split('/').Contains(".."))
                throw new InvariantException("a name that leaves the archive");
        }
    }
}
