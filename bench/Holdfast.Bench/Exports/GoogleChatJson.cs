using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace Holdfast.Bench.Exports;

/// <summary>A direct chat of Google Chat, as Takeout has it.</summary>
internal static class GoogleChatJson
{
    internal static (string Name, byte[] Bytes)[] Write(int records)
    {
        var text = new StringBuilder("{\n  \"messages\": [");
        for (var i = 0; i < records; i++)
        {
            text.Append(i > 0 ? "," : "").Append("\n    {\n      \"creator\": {\n        \"name\": \"").Append(InventedExport.Sender(i)).Append("\",\n        \"email\": \"")
                .Append(i % 2 == 0 ? "robin" : "sam").Append("@example.com\",\n        \"user_type\": \"Human\"\n      },\n      \"created_date\": \"")
                .Append(InventedExport.At(i).ToString("dddd, MMMM d, yyyy 'at' h:mm:ss tt", CultureInfo.InvariantCulture)).Append(" UTC\",\n      \"text\": \"")
                .Append(JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(ChatGenerator.Sentence(i))).Append("\",\n      \"topic_id\": \"t").Append(i)
                .Append("\",\n      \"message_id\": \"AAAA/t").Append(i).Append("/t").Append(i).Append("\"\n    }");
        }

        return [InventedExport.File("Takeout/Google Chat/Groups/DM AAAA/messages.json", text.Append("\n  ]\n}\n"))];
    }
}
