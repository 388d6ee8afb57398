using System.Globalization;

namespace Holdfast.Bench;

/// <summary>Writes an invented chat between two friends in the shape of a WhatsApp export, with attachments, notices and messages of several lines.</summary>
internal static class ChatGenerator
{
    private static readonly string[] Sentences =
    [
        "good morning", "are you up", "just woke up", "i'm still in bed, five more minutes", "did you sleep well?",
        "the bus is late again", "i missed the {0} train so i'll be there around ten", "can you save me a seat", "i'm at the {0} now, where are you",
        "what did you get for question {1}", "no idea, i skipped that one", "mr {0} was in such a good mood today", "the test got moved to {0}",
        "have you done the {0} homework", "i'll do it tonight, promise", "can you send me the notes from {0}", "sent you the photo of the board",
        "thanks, you saved my life", "no worries", "what's for lunch", "i had pasta and it was terrible", "mum made lasagne, want some?",
        "do you want to come over after practice", "i have to ask my dad first", "he said yes but only until nine", "bring your {0}",
        "we're going to the {0} on saturday, you in?", "sure, how much are the tickets", "about {1} each i think", "ok i'll pay you back on friday",
        "don't forget my birthday party", "how could i, you've told me {1} times", "what do you want as a present", "surprise me",
        "did you watch the match last night", "that second goal was unbelievable", "we should have won", "the referee was blind",
        "have you heard the new {0} song", "i've had it on repeat all day", "send me the link", "my phone is dying, {1} percent left",
        "call me when you get home", "i tried to call but it went straight to voicemail", "sorry, i was in the shower", "is {0} coming too",
        "i think so, she said maybe", "haha that's so typical", "you know what she's like", "i'm so tired today", "me too, let's stay in and watch a film",
        "which one", "the one with the dog", "i cried so much at the end", "my sister borrowed my charger and lost it", "my brother ate all the pizza",
        "it's raining so hard here", "same, practice is cancelled", "at least we can sleep in tomorrow", "what time is the dentist", "half past {1}",
        "the cat knocked over the plant again", "look at this photo of him", "he looks so guilty", "i got the job!", "no way, congratulations, we have to celebrate",
        "can you lend me {1} euro until monday", "of course", "i left my jacket at yours", "it's on the chair, i'll bring it to {0}", "did you finish the book",
        "not yet, i'm on chapter {1}", "no spoilers please", "the {0} is closed on mondays", "then let's go on tuesday", "we need milk, bread and {0}",
        "got it, anything else?", "maybe some ice cream", "you read my mind", "grandma says hi", "say hi back, i miss her cooking",
        "happy new year", "see you in a bit", "i'm outside", "coming down", "two minutes", "love you, good night", "sleep well", "night", "ok", "lol", "hahaha",
        "yes", "no", "maybe", "omg", "where did you put the keys", "under the mat", "the wifi is down again", "have you tried turning it off and on",
        "allora a che ora ci vediamo", "alle {1} davanti alla scuola", "porto io la pizza", "che bello, non vedo l'ora", "mi sono dimenticato il libro di {0}",
        "te lo presto io", "hai visto la partita ieri", "incredibile il gol di {0}", "mia madre dice che posso venire", "ci sentiamo dopo", "buonanotte",
    ];

    private static readonly string[] Fillers =
    [
        "library", "pool", "maths", "history", "friday", "monday", "guitar", "market", "cinema", "station", "park", "museum", "sam", "robin",
        "kitchen", "summer", "chemistry", "orange juice", "football", "concert",
    ];

    private static readonly string[] Endings = ["", "", "", ".", "!", "?", " 😂", " 👍", "...", " ❤️"];

    /// <summary>A sentence, the same for the same number.</summary>
    public static string Sentence(long number)
    {
        var filler = Fillers[number * 7 % Fillers.Length];
        return string.Format(CultureInfo.InvariantCulture, Sentences[number % Sentences.Length], filler, number % 30) + Endings[number % Endings.Length];
    }

    public static void Write(long lines, string path)
    {
        using var writer = new StreamWriter(path) { NewLine = "\n" };
        Write(lines, writer);
    }

    public static void Write(long lines, TextWriter writer)
    {
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

    private static int WriteBody(TextWriter writer, ref ulong state, DateTime at)
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
            writer.WriteLine($"look https://www.example.com/{Fillers[Next(ref state, Fillers.Length)].Replace(' ', '-')}/{Next(ref state, 99999)}");
            return 1;
        }

        var lines = kind > 940 ? 2 : 1;
        for (var line = 0; line < lines; line++)
        {
            var sentences = 1 + Next(ref state, 3);
            for (var i = 0; i < sentences; i++)
            {
                writer.Write(i == 0 ? "" : ", ");
                writer.Write(Sentences[Next(ref state, Sentences.Length)]
                    .Replace("{0}", Fillers[Next(ref state, Fillers.Length)], StringComparison.Ordinal)
                    .Replace("{1}", (1 + Next(ref state, 60)).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
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
