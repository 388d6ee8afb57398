using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace Holdfast.Bench.Exports;

/// <summary>A chat of Signal Desktop, as sigtop writes it.</summary>
internal static class SigtopJson
{
    internal static (string Name, byte[] Bytes)[] Write(int records)
    {
        var text = new StringBuilder("[");
        for (var i = 0; i < records; i++)
        {
            var at = new DateTimeOffset(InventedExport.At(i), TimeSpan.Zero).ToUnixTimeMilliseconds();
            text.Append(i > 0 ? ",\n" : "\n").Append("{\"id\":\"").Append(i.ToString("x8", CultureInfo.InvariantCulture)).Append("-0000-4000-8000-000000000000\",\"type\":\"").Append(i % 2 == 0 ? "outgoing" : "incoming")
                .Append("\",\"conversationId\":\"c1\",").Append(i % 2 == 0 ? "" : "\"source\":\"+447700900123\",").Append("\"sent_at\":").Append(at).Append(",\"received_at\":").Append(i)
                .Append(",\"body\":\"").Append(JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(ChatGenerator.Sentence(i))).Append("\",\"attachments\":[],\"bodyRanges\":[],\"hasAttachments\":0,\"readStatus\":0,\"schemaVersion\":10,\"seenStatus\":2}");
        }

        return [InventedExport.File("Sam Placeholder (+447700900123).json", text.Append("\n]\n"))];
    }
}
