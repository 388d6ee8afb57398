namespace Holdfast.Core.Tests.Conversations.Formats.Telegram;

public sealed class TelegramJsonReaderContract : ExportReaderContract
{
    protected override string Format => "telegram-json";

    protected override string SampleName => "result.json";

    protected override int Messages => 3;

    protected override string Sample => """
        {
         "name": "Mira", "type": "personal_chat", "id": 501,
         "messages": [
          { "id": 1, "type": "message", "date": "2024-02-03T04:05:06", "date_unixtime": "1706933106",
            "from": "Mira", "from_id": "user501", "text": "привет" },
          { "id": 2, "type": "message", "date": "2024-02-03T04:06:06", "from": "Tom", "from_id": "user9",
            "text": [ "see ", { "type": "link", "text": "https://example.com" } ] },
          { "id": 3, "type": "service", "date": "2024-02-03T04:07:06", "actor": "Mira", "actor_id": "user501",
            "action": "phone_call", "discard_reason": "missed", "text": "" }
         ]
        }
        """;
}
