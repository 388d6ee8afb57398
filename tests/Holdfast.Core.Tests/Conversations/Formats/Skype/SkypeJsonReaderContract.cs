namespace Holdfast.Core.Tests.Conversations.Formats.Skype;

public sealed class SkypeJsonReaderContract : ExportReaderContract
{
    protected override string Format => "skype-json";

    protected override string SampleName => "messages.json";

    protected override int Messages => 2;

    protected override string Sample => """
        {"userId": "live:tom", "exportDate": "2024-07-01T00:00", "conversations": [
          {"id": "8:live:mira", "displayName": "Mira", "MessageList": [
            {"id": "1718173320000", "originalarrivaltime": "2024-06-12T06:22:00.000Z", "messagetype": "RichText", "from": "8:live:tom",
             "content": "<b>hello</b> there"},
            {"id": "1718173380000", "originalarrivaltime": "2024-06-12T06:23:00.000Z", "messagetype": "RichText", "from": "8:live:mira",
             "displayName": "Mira", "content": "wer ist dás?"}]}]}
        """;
}
