namespace Holdfast.Core.Tests.Conversations.Formats.Signal;

public sealed class SigtopTextReaderContract : ExportReaderContract
{
    protected override string Format => "signal-sigtop-text";

    protected override string SampleName => "Mira (+447700900123).txt";

    protected override int Messages => 2;

    protected override string Sample => """
        Conversation: Mira (+447700900123)

        From: Mira (+447700900123)
        Type: incoming
        Sent: Wed, 12 Jun 2024 08:13:00 +0200
        Received: Wed, 12 Jun 2024 08:13:02 +0200

        hello there

        From: You
        Type: outgoing
        Sent: Wed, 12 Jun 2024 08:14:00 +0200

        wer ist dás?

        """;
}
