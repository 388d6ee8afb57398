namespace Holdfast.Core.Tests.Conversations.Formats.Signal;

public sealed class SigtopJsonReaderContract : ExportReaderContract
{
    protected override string Format => "signal-sigtop-json";

    protected override string SampleName => "Mira (+447700900123).json";

    protected override int Messages => 2;

    protected override string Sample => """
        [
        {"id": "a1", "type": "incoming", "conversationId": "c1", "source": "+447700900123", "sent_at": 1718172780123, "body": "hello there"},
        {"id": "a2", "type": "outgoing", "conversationId": "c1", "sent_at": 1718172840000, "body": "wer ist dás?"}
        ]
        """;
}
