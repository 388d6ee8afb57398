using System.Globalization;
using System.Text;

namespace Holdfast.Bench.Exports;

/// <summary>Instagram's download as JSON, in files of 10,000 messages, newest first.</summary>
internal static class InstagramJson
{
    private const int RecordsOfAFile = 10_000;

    internal static List<(string Name, byte[] Bytes)> Write(int records)
    {
        var files = new List<(string, byte[])>();
        for (var first = 0; first < records; first += RecordsOfAFile)
        {
            var text = new StringBuilder("{\n  \"participants\": [{\"name\": \"Robin Example\"}, {\"name\": \"Sam Placeholder\"}],\n  \"messages\": [");
            for (var i = first; i < Math.Min(first + RecordsOfAFile, records); i++)
            {
                // Newest first, and every byte of UTF-8 as a letter of its own, as Meta writes it.
                text.Append(i > first ? "," : "").Append("\n    {\n      \"sender_name\": \"").Append(InventedExport.Sender(i))
                    .Append("\",\n      \"timestamp_ms\": ").Append(1_700_000_000_000 - i * 40_000L).Append(",\n      \"content\": \"")
                    .Append(Mojibake(ChatGenerator.Sentence(i))).Append("\",\n      ");
                if (i % 9 == 0)
                    text.Append("\"reactions\": [{\"reaction\": \"\\u00e2\\u009d\\u00a4\", \"actor\": \"").Append(InventedExport.Sender(i + 1)).Append("\"}],\n      ");
                if (i % 20 == 0)
                    text.Append("\"photos\": [{\"uri\": \"messages/inbox/sam_1/photos/").Append(i).Append(".jpg\", \"creation_timestamp\": 1700000000}],\n      ");
                text.Append("\"is_geoblocked_for_viewer\": false,\n      \"is_unsent_image_by_messenger_kid_parent\": false\n    }");
            }

            text.Append("\n  ],\n  \"title\": \"Sam Placeholder\",\n  \"is_still_participant\": true,\n  \"thread_path\": \"inbox/sam_1\",\n  \"magic_words\": []\n}\n");
            var name = string.Create(CultureInfo.InvariantCulture, $"messages/inbox/sam_1/message_{first / RecordsOfAFile + 1}.json");
            files.Add(InventedExport.File(name, text));
        }

        return files;
    }

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
