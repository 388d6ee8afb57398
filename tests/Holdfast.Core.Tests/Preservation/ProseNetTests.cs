using System.Globalization;
using System.Text;
using Holdfast.Conversations;

namespace Holdfast.Preservation;

public class ProseNetTests
{
    [Fact]
    public void Nothing_of_a_picture_in_pieces_or_in_another_writing_is_copied()
    {
        List<string> leaks = [];
        foreach (var picture in (byte[][])[Drawn.Jpeg, Drawn.Png, Drawn.Gif, Drawn.WebP, Drawn.Mp4, Drawn.Pdf])
        {
            foreach (var (name, text) in Disguised.All(picture))
            {
                var bytes = Encoding.UTF8.GetBytes(text);
                var survey = Survey(bytes);
                if (survey.Carriage == Carriage.Clean)
                    leaks.Add($"{picture.Length} bytes, {name}: copied whole");
                if (survey.Carriage == Carriage.Separable && Rest(bytes, survey) is var rest and > 300)
                    leaks.Add($"{picture.Length} bytes, {name}: {rest} letters stay");
            }
        }

        Assert.True(leaks.Count == 0, string.Join("\n", leaks));
    }

    [Fact]
    public void A_sound_that_carries_a_picture_is_withheld()
    {
        foreach (var picture in (byte[][])[Drawn.Jpeg, Drawn.Png, Drawn.Gif, Drawn.WebP])
            Assert.Equal(Carriage.Withheld, Survey([.. Drawn.Ogg, .. picture]).Carriage);
        byte[] frame = [.. "ID3"u8, 3, 0, 0, 0, 0, 32, 0, .. "APIC"u8, 0, 0, 16, 0, 0, 0, 0, .. "image/x-thing"u8, 0, 3, 0, .. Drawn.Filled([], 4_000, 3)];
        Assert.Equal(MediaKind.Sound, Survey(frame).Type.Kind);
        Assert.Equal(Carriage.Withheld, Survey(frame).Carriage);
    }

    public static TheoryData<string, string> Ordinary => new()
    {
        { "English chat", Chat("Alex", "ok, send it by 9", "no", "I can't do this", "lol", "u there??") },
        { "chat with an unsaved number", Chat("+44 7700 900123", "ok", "500", "no", "24h", "??") },
        { "Chinese chat", Chat("小明", "你好", "我有你的视频", "二十四小时", "好") },
        { "Japanese chat", Chat("さくら", "お金を送って", "はい", "動画を持っています") },
        { "Arabic chat", Chat("سارة", "مرحبا", "لدي الفيديو الخاص بك", "ادفع") },
        { "Hindi chat", Chat("मीरा", "नमस्ते", "पैसे भेजो") },
        { "chat of emoji", Chat("Mo", "😂😂😂", "👍", "❤️❤️", "🙏🏽") },
        { "chat of times as programs write them", Lines(i => $"2024-03-{i % 28 + 1:00}T12:{i % 60:00}:07Z Al: {(i % 2 == 0 ? "ok" : "7")}") },
        { "links", Lines(i => $"https://cdn.example.com/v/t51/{i * 7919}_n.jpg?_nc_cat=1&oh=00_AfD{Noise(i, 60)}&oe=65F{i:X4}") },
        { "links with escaped slashes", Lines(i => $"{{\"uri\":\"https:\\/\\/cdn.example.com\\/{Noise(i, 60)}\"}},") },
        { "Instagram export", "{\"participants\":[{\"name\":\"mira\"}],\"messages\":[" + Lines(i => $"{{\"sender_name\":\"mira_17\",\"timestamp_ms\":{1704067200000 + i * 977},\"content\":\"ok\",\"photos\":[{{\"uri\":\"your_instagram_activity/messages/inbox/mira_17/photos/{i * 7919}_n_{i * 104729L}.jpg\",\"creation_timestamp\":{1704067200 + i}}}],\"is_geoblocked_for_viewer\":false}},") + "]}" },
        { "Telegram export", "{\"messages\":[" + Lines(i => $"{{\"id\":{i},\"type\":\"message\",\"date\":\"2024-01-01T10:00:{i % 60:00}\",\"date_unixtime\":\"{1704103200 + i}\",\"from\":\"Al\",\"from_id\":\"user{5551234567 + i}\",\"photo\":\"photos/photo_{i}@01-01-2024_10-00-00.jpg\",\"width\":1280,\"height\":960,\"text\":\"\",\"text_entities\":[]}},") + "]}" },
        { "records with long names", "[" + Lines(i => $"{{\"id\":\"{i:x8}-4f89-41d3-9a0c-{i * 7919L:x12}\",\"author\":\"mira\",\"content\":\"are you there\",\"attachments\":[]}},") + "]" },
        { "amounts", Lines(i => $"01/02/2024; {i * 37}.50; EUR; paid") },
        { "mail with the marks of servers", "ARC-Seal: i=1; a=rsa-sha256;\r\n b=" + Mark(256) + "\r\nDKIM-Signature: v=1; h=from:to:subject;\r\n b=" + Mark(256) +
            "\r\nX-Message-Info:\r\n " + Mark(1_800) + "\r\nFrom: a@example.com\r\nSubject: hello\r\n\r\n" + Lines(_ => "You have one day.") },
        { "German notes", Lines(_ => "Die Kraftfahrzeughaftpflichtversicherung schrieb um 10:45 Uhr an den WhatsApp-Kontakt.") },
    };

    [Theory]
    [MemberData(nameof(Ordinary))]
    public void What_people_and_programs_write_is_copied(string name, string text)
    {
        Assert.NotEmpty(name);
        Assert.True(text.Length > 5_000);
        Assert.Equal(Carriage.Clean, Survey(Encoding.UTF8.GetBytes(text)).Carriage);
        Assert.Equal(Carriage.Clean, Survey([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)]).Carriage);
    }

    private static string Chat(string name, params string[] words) =>
        Lines(i => string.Create(CultureInfo.InvariantCulture, $"{i % 28 + 1:00}/02/24, 10:{i % 60:00} - {name}: {words[i % words.Length]}"));

    private static string Lines(Func<int, string> line) => string.Join("\n", Enumerable.Range(1, 1_500).Select(line)) + "\n";

    private static string Mark(int length) => Drawn.Wrapped(Drawn.Filled([], length, (uint)length), 70, "\r\n ").TrimEnd();

    private static string Noise(int seed, int length) =>
        Convert.ToBase64String(Drawn.Filled([], length, (uint)seed * 77 + 5)).Replace('+', '-').Replace('/', '_')[..length];

    private static FileSurvey Survey(byte[] bytes) => FileSurvey.Of(ExportFile.FromBytes("a.txt", bytes));

    // What is left beside the markers and the text around.
    private static int Rest(byte[] bytes, FileSurvey survey)
    {
        using var copy = new StreamReader(new DerivedCopy(() => new MemoryStream(bytes), survey));
        var text = copy.ReadToEnd();
        foreach (var run in survey.Embedded)
            text = text.Replace(run.Marker, "", StringComparison.Ordinal);
        return text.Length;
    }
}
