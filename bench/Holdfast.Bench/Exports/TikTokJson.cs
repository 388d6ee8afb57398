using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace Holdfast.Bench.Exports;

/// <summary>A chat in TikTok's download.</summary>
internal static class TikTokJson
{
    internal static (string Name, byte[] Bytes)[] Write(int records)
    {
        var text = new StringBuilder("{\n  \"Direct Message\": {\n    \"Direct Messages\": {\n      \"ChatHistory\": {\n        \"Chat History with sam.placeholder:\": [");
        for (var i = 0; i < records; i++)
        {
            text.Append(i > 0 ? "," : "").Append("\n          {\n            \"Date\": \"").Append(InventedExport.At(i).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture))
                .Append("\",\n            \"From\": \"").Append(i % 2 == 0 ? "robin.example" : "sam.placeholder").Append("\",\n            \"Content\": \"")
                .Append(JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(ChatGenerator.Sentence(i))).Append("\"\n          }");
        }

        text.Append("\n        ]\n      }\n    }\n  },\n  \"Profile And Settings\": {\n    \"Profile Info\": {\n      \"ProfileMap\": {\n        \"userName\": \"robin.example\"\n      }\n    }\n  }\n}\n");
        return [InventedExport.File("user_data_tiktok.json", text)];
    }
}
