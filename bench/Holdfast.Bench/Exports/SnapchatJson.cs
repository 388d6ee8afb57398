using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace Holdfast.Bench.Exports;

/// <summary>A chat of Snapchat's download, newest first.</summary>
internal static class SnapchatJson
{
    internal static (string Name, byte[] Bytes)[] Write(int records)
    {
        var text = new StringBuilder("{\n  \"sam.placeholder\": [");
        for (var i = records - 1; i >= 0; i--)
        {
            var at = InventedExport.At(i);
            var isText = i % 10 != 0;
            text.Append(i < records - 1 ? "," : "").Append("\n    {\n      \"From\": \"").Append(i % 2 == 0 ? "robin.example" : "sam.placeholder").Append("\",\n      \"Media Type\": \"").Append(isText ? "TEXT" : "MEDIA")
                .Append("\",\n      \"Created\": \"").Append(at.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture)).Append("\",\n      \"Content\": \"")
                .Append(isText ? JavaScriptEncoder.Default.Encode(ChatGenerator.Sentence(i)) : "").Append("\",\n      \"Conversation Title\": null,\n      \"IsSender\": ").Append(i % 2 == 0 ? "true" : "false")
                .Append(",\n      \"Created(microseconds)\": ").Append(new DateTimeOffset(at, TimeSpan.Zero).ToUnixTimeMilliseconds() + 345).Append(",\n      \"IsSaved\": true,\n      \"Media IDs\": \"")
                .Append(isText ? "" : "b~EiASFWxhYmNkZWZnaGlqa2xtbm9wcXJzdHV2").Append("\"\n    }");
        }

        return [InventedExport.File("json/chat_history.json", text.Append("\n  ]\n}\n"))];
    }
}
