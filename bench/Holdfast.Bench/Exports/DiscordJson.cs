using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace Holdfast.Bench.Exports;

/// <summary>A direct chat as DiscordChatExporter writes it.</summary>
internal static class DiscordJson
{
    internal static (string Name, byte[] Bytes)[] Write(int records)
    {
        var text = new StringBuilder("{\n  \"guild\": {\n    \"id\": \"0\",\n    \"name\": \"Direct Messages\",\n    \"iconUrl\": \"https://cdn.example.com/g.png\"\n  },\n")
            .Append("  \"channel\": {\n    \"id\": \"900000000000000001\",\n    \"type\": \"DirectTextChat\",\n    \"name\": \"Sam Placeholder\",\n    \"topic\": null\n  },\n  \"messages\": [");
        for (var i = 0; i < records; i++)
        {
            text.Append(i > 0 ? "," : "").Append("\n    {\n      \"id\": \"").Append(1_250_000_000_000_000_000L + i).Append("\",\n      \"type\": \"Default\",\n      \"timestamp\": \"")
                .Append(InventedExport.At(i).ToString("s", CultureInfo.InvariantCulture)).Append(".123+00:00\",\n      \"timestampEdited\": null,\n      \"callEndedTimestamp\": null,\n      \"isPinned\": false,\n      \"content\": \"")
                .Append(JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(ChatGenerator.Sentence(i))).Append("\",\n      \"author\": {\n        \"id\": \"").Append(300_000_000_000_000_000L + i % 2)
                .Append("\",\n        \"name\": \"").Append(i % 2 == 0 ? "robin.example" : "sam.placeholder").Append("\",\n        \"discriminator\": \"0000\",\n        \"nickname\": \"").Append(InventedExport.Sender(i))
                .Append("\",\n        \"color\": null,\n        \"isBot\": false,\n        \"roles\": [],\n        \"avatarUrl\": \"https://cdn.example.com/a.png\"\n      },\n      \"attachments\": [");
            if (i % 20 == 0)
                text.Append("\n        {\n          \"id\": \"").Append(i).Append("\",\n          \"url\": \"media/photo-").Append(i).Append(".jpg\",\n          \"fileName\": \"photo.jpg\",\n          \"fileSizeBytes\": 4096\n        }\n      ");
            text.Append("],\n      \"embeds\": [],\n      \"stickers\": [],\n      \"reactions\": [],\n      \"mentions\": [],\n      \"inlineEmojis\": []\n    }");
        }

        text.Append("\n  ],\n  \"messageCount\": ").Append(records).Append("\n}\n");
        return [InventedExport.File("Direct Messages - Sam Placeholder [900000000000000001].json", text)];
    }
}
