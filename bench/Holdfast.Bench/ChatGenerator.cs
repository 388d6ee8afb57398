using System.Globalization;

namespace Holdfast.Bench;

/// <summary>Writes an invented chat between two friends in the shape of a WhatsApp export, with attachments, notices and messages of several lines.</summary>
internal static class ChatGenerator
{
    private static readonly string[] Words =
        ("the a to and you i it is that of in for on with this but have are not we be my so me just was like do at can your what if no "
        + "about all up out when there know get one they go time good see would how will from think her him his she he or then some make "
        + "want day going really love work need home today tomorrow night school film match pizza train holiday birthday weekend coffee "
        + "photo video call later maybe please thanks sorry haha lol okay yes never always mum dad sister brother friend friends dinner "
        + "send sent pay paid money book dog cat garden phone car bus rain sun music song game play running morning evening week month")
        .Split(' ');

    private static readonly string[] Endings = ["", "", "", ".", "!", "?", " 😂", " 👍", "...", " ❤️"];

    public static void Write(long lines, string path)
    {
        using var writer = new StreamWriter(path) { NewLine = "\n" };
        ulong state = 42;
        var at = new DateTime(2015, 3, 1, 9, 0, 0, DateTimeKind.Unspecified);
        long written = 0;
        writer.WriteLine("01/03/2015, 09:00 - Messages and calls are end-to-end encrypted. No one outside of this chat, not even WhatsApp, can read or listen to them. Tap to learn more.");
        written++;
        while (written < lines)
        {
            at = at.AddSeconds(Next(ref state, 500));
            var name = Next(ref state, 100) < 55 ? "Robin Example" : "Sam Placeholder";
            writer.Write(at.ToString("dd/MM/yyyy, HH:mm", CultureInfo.InvariantCulture));
            writer.Write(" - ");
            writer.Write(name);
            writer.Write(": ");
            written += WriteBody(writer, ref state, at);
        }
    }

    private static int WriteBody(StreamWriter writer, ref ulong state, DateTime at)
    {
        var kind = Next(ref state, 1000);
        if (kind < 30)
        {
            writer.WriteLine("<Media omitted>");
            return 1;
        }

        if (kind < 40)
        {
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"IMG-{at:yyyyMMdd}-WA{Next(ref state, 9999):D4}.jpg (file attached)"));
            return 1;
        }

        if (kind < 44)
        {
            writer.WriteLine($"look https://www.example.com/{Words[Next(ref state, Words.Length)]}/{Next(ref state, 99999)}");
            return 1;
        }

        var lines = kind > 940 ? 2 : 1;
        for (var line = 0; line < lines; line++)
        {
            var words = 3 + Next(ref state, 16);
            for (var i = 0; i < words; i++)
            {
                writer.Write(i == 0 ? "" : " ");
                writer.Write(Words[Next(ref state, Words.Length)]);
            }

            writer.WriteLine(Endings[Next(ref state, Endings.Length)]);
        }

        return lines;
    }

    /// <summary>splitmix64 (Steele, Lea and Flood 2014), so that every machine writes the same bytes.</summary>
    private static int Next(ref ulong state, int below)
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15;
            var z = state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return (int)((z ^ (z >> 31)) % (ulong)below);
        }
    }
}
