namespace Holdfast.Core.Tests.Conversations.Formats.CsvChat;

public sealed class CsvChatReaderContract : ExportReaderContract
{
    protected override string Format => "csv-chat";

    protected override string SampleName => "chat.csv";

    protected override int Messages => 2;

    protected override string Sample => "Timestamp,From,Message\n2024-06-12T08:13:00Z,Mira,hello there\n2024-06-12T08:14:00Z,Tom,\"wer\nist dás?\"\n";
}
