namespace Holdfast.Core.Tests.Conversations.Formats.Discord;

public sealed class DiscordJsonReaderContract : ExportReaderContract
{
    protected override string Format => "discord-json";

    protected override string SampleName => "Direct Messages - Mira [900000000000000001].json";

    protected override int Messages => 3;

    protected override string Sample => """
        {
          "guild": { "id": "0", "name": "Direct Messages" },
          "channel": { "id": "900000000000000001", "type": "DirectTextChat", "name": "Mira" },
          "dateRange": { "after": null, "before": null },
          "messages": [
            { "id": "1250368000000000001", "type": "Default", "timestamp": "2024-06-12T08:13:00+02:00", "content": "hello there",
              "author": { "id": "1", "name": "Mira" }, "attachments": [] },
            { "id": "1250368000000000002", "type": "Reply", "timestamp": "2024-06-12T08:14:00+02:00", "content": "привет",
              "author": { "id": "2", "name": "Tom" }, "reference": { "messageId": "1250368000000000001" } },
            { "id": "1250368000000000003", "type": "Call", "timestamp": "2024-06-12T08:15:00+02:00",
              "callEndedTimestamp": "2024-06-12T08:16:00+02:00", "content": "Started a call that lasted 1 minutes.",
              "author": { "id": "1", "name": "Mira" } }
          ],
          "messageCount": 3
        }
        """;
}
