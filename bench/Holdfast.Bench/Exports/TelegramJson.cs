using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace Holdfast.Bench.Exports;

/// <summary>A chat of Telegram Desktop as JSON.</summary>
internal static class TelegramJson
{
    internal static (string Name, byte[] Bytes)[] Write(int records)
    {
        var text = new StringBuilder("{\n \"name\": \"Sam Placeholder\",\n \"type\": \"personal_chat\",\n \"id\": 1001,\n \"messages\": [");
        for (var i = 0; i < records; i++)
        {
            var at = 1_600_000_000L + i * 40L;
            var sentence = JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(ChatGenerator.Sentence(i));
            text.Append(i > 0 ? "," : "").Append("\n  {\n   \"id\": ").Append(i).Append(",\n   \"type\": \"message\",\n   \"date\": \"")
                .Append(DateTime.UnixEpoch.AddSeconds(at).ToString("s", CultureInfo.InvariantCulture)).Append("\",\n   \"date_unixtime\": \"").Append(at)
                .Append("\",\n   \"from\": \"").Append(InventedExport.Sender(i)).Append("\",\n   \"from_id\": \"user").Append(i % 2 == 0 ? 1000 : 1001).Append("\",\n   ");
            if (i % 20 == 0)
                text.Append("\"photo\": \"photos/photo_").Append(i).Append(".jpg\",\n   \"width\": 960,\n   \"height\": 1280,\n   ");
            text.Append("\"text\": \"").Append(sentence).Append("\",\n   \"text_entities\": [\n    {\n     \"type\": \"plain\",\n     \"text\": \"").Append(sentence)
                .Append("\"\n    }\n   ]\n  }");
        }

        return [InventedExport.File("result.json", text.Append("\n ]\n}\n"))];
    }
}
