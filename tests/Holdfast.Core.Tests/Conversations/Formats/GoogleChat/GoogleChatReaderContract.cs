namespace Holdfast.Core.Tests.Conversations.Formats.GoogleChat;

public sealed class GoogleChatReaderContract : ExportReaderContract
{
    protected override string Format => "google-chat";

    protected override string SampleName => "Google Chat/Groups/DM AAAA/messages.json";

    protected override int Messages => 2;

    protected override string Sample => """
        {"messages": [
          {"creator": {"name": "Mira", "email": "mira@example.com"}, "created_date": "Wednesday, June 12, 2024 at 6:13:00\u202fAM UTC",
           "text": "hello there", "topic_id": "t1", "message_id": "AAAA/t1/t1"},
          {"creator": {"name": "Tom", "email": "tom@example.com"}, "created_date": "Wednesday, June 12, 2024 at 6:14:05 PM UTC",
           "text": "wer ist dás?", "topic_id": "t2", "message_id": "AAAA/t2/t2"}
        ]}
        """;
}
