namespace Holdfast.Core.Tests.Conversations.Formats.Meta;

public sealed class InstagramJsonReaderContract : ExportReaderContract
{
    protected override string Format => "instagram-json";

    protected override string SampleName => "your_instagram_activity/messages/inbox/mira_1/message_1.json";

    protected override int Messages => 3;

    protected override string Sample => """
        {
          "participants": [ { "name": "mira_b\u00c3\u00a9" }, { "name": "Tom Beispiel" } ],
          "messages": [
            { "sender_name": "mira_b\u00c3\u00a9", "timestamp_ms": 1700000300000, "content": "pay until tonight \u00f0\u009f\u0098\u0088" },
            { "sender_name": "mira_b\u00c3\u00a9", "timestamp_ms": 1700000200000, "photos": [ { "uri": "photos/1.jpg" } ] },
            { "sender_name": "Tom Beispiel", "timestamp_ms": 1700000100000, "content": "hello\nyou" }
          ],
          "title": "mira_b\u00c3\u00a9",
          "thread_path": "inbox/mira_1"
        }
        """;
}
