using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Holdfast.Conversations;

namespace Holdfast.Bench;

/// <summary>One format to measure. A new one is a line in <c>InventedExports.All</c> and a method that writes its files.</summary>
/// <param name="Name">Name of the format.</param>
/// <param name="IsJson">True when its time is compared with that of a bare <c>Utf8JsonReader</c>.</param>
/// <param name="Write">Gives the files of an export with that many records.</param>
internal sealed record InventedExport(string Name, bool IsJson, Func<int, IReadOnlyList<(string Name, byte[] Bytes)>> Write);

/// <summary>Exports with invented words, the same bytes for the same number of records.</summary>
internal static class InventedExports
{
    private const int RecordsOfAMetaFile = 10_000;

    internal static IReadOnlyList<InventedExport> All { get; } =
    [
        new("instagram-json", true, Instagram),
        new("telegram-json", true, Telegram),
        new("whatsapp-text", false, WhatsApp),
    ];

    /// <summary>The files as the readers get them.</summary>
    internal static List<ExportFile> Files(IEnumerable<(string Name, byte[] Bytes)> files) =>
        [.. files.Select(f => ExportFile.FromBytes(f.Name, f.Bytes))];

    private static List<(string Name, byte[] Bytes)> Instagram(int records)
    {
        var files = new List<(string, byte[])>();
        for (var first = 0; first < records; first += RecordsOfAMetaFile)
        {
            var text = new StringBuilder("{\n  \"participants\": [{\"name\": \"Robin Example\"}, {\"name\": \"Sam Placeholder\"}],\n  \"messages\": [");
            for (var i = first; i < Math.Min(first + RecordsOfAMetaFile, records); i++)
            {
                // Newest first, and every byte of UTF-8 as a letter of its own, as Meta writes it.
                text.Append(i > first ? "," : "").Append("\n    {\n      \"sender_name\": \"").Append(Sender(i))
                    .Append("\",\n      \"timestamp_ms\": ").Append(1_700_000_000_000 - i * 40_000L).Append(",\n      \"content\": \"")
                    .Append(Mojibake(ChatGenerator.Sentence(i))).Append("\",\n      ");
                if (i % 9 == 0)
                    text.Append("\"reactions\": [{\"reaction\": \"\\u00e2\\u009d\\u00a4\", \"actor\": \"").Append(Sender(i + 1)).Append("\"}],\n      ");
                if (i % 20 == 0)
                    text.Append("\"photos\": [{\"uri\": \"messages/inbox/sam_1/photos/").Append(i).Append(".jpg\", \"creation_timestamp\": 1700000000}],\n      ");
                text.Append("\"is_geoblocked_for_viewer\": false,\n      \"is_unsent_image_by_messenger_kid_parent\": false\n    }");
            }

            text.Append("\n  ],\n  \"title\": \"Sam Placeholder\",\n  \"is_still_participant\": true,\n  \"thread_path\": \"inbox/sam_1\",\n  \"magic_words\": []\n}\n");
            var name = string.Create(CultureInfo.InvariantCulture, $"messages/inbox/sam_1/message_{first / RecordsOfAMetaFile + 1}.json");
            files.Add((name, Encoding.UTF8.GetBytes(text.ToString())));
        }

        return files;
    }

    private static List<(string Name, byte[] Bytes)> Telegram(int records)
    {
        var text = new StringBuilder("{\n \"name\": \"Sam Placeholder\",\n \"type\": \"personal_chat\",\n \"id\": 1001,\n \"messages\": [");
        for (var i = 0; i < records; i++)
        {
            var at = 1_600_000_000L + i * 40L;
            var sentence = JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(ChatGenerator.Sentence(i));
            text.Append(i > 0 ? "," : "").Append("\n  {\n   \"id\": ").Append(i).Append(",\n   \"type\": \"message\",\n   \"date\": \"")
                .Append(DateTime.UnixEpoch.AddSeconds(at).ToString("s", CultureInfo.InvariantCulture)).Append("\",\n   \"date_unixtime\": \"").Append(at)
                .Append("\",\n   \"from\": \"").Append(Sender(i)).Append("\",\n   \"from_id\": \"user").Append(i % 2 == 0 ? 1000 : 1001).Append("\",\n   ");
            if (i % 20 == 0)
                text.Append("\"photo\": \"photos/photo_").Append(i).Append(".jpg\",\n   \"width\": 960,\n   \"height\": 1280,\n   ");
            text.Append("\"text\": \"").Append(sentence).Append("\",\n   \"text_entities\": [\n    {\n     \"type\": \"plain\",\n     \"text\": \"").Append(sentence)
                .Append("\"\n    }\n   ]\n  }");
        }

        return [("result.json", Encoding.UTF8.GetBytes(text.Append("\n ]\n}\n").ToString()))];
    }

    private static List<(string Name, byte[] Bytes)> WhatsApp(int records)
    {
        using var held = new MemoryStream();
        using (var writer = new StreamWriter(held, leaveOpen: true) { NewLine = "\n" })
            ChatGenerator.Write(records, writer);
        return [("WhatsApp Chat with Sam Placeholder.txt", held.ToArray())];
    }

    private static string Sender(int i) => i % 2 == 0 ? "Robin Example" : "Sam Placeholder";

    private static string Mojibake(string text)
    {
        var result = new StringBuilder();
        foreach (var b in Encoding.UTF8.GetBytes(text))
        {
            if (b < 0x80)
                result.Append(b is (byte)'"' or (byte)'\\' ? "\\" : "").Append((char)b);
            else
                result.Append(CultureInfo.InvariantCulture, $"\\u{b:x4}");
        }

        return result.ToString();
    }
}
