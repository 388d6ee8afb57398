namespace Holdfast.Core.Tests.Conversations.Formats.Signal;

public sealed class SignalExportReaderContract : ExportReaderContract
{
    protected override string Format => "signal-export";

    protected override string SampleName => "Mira/chat.md";

    protected override int Messages => 3;

    protected override string Sample =>
        "[2024-06-12 08:13:00] Mira: hello there  \n[2024-06-12 08:14:05] Me: wer ist dás?\nsecond line  \n[2024-06-12 08:15:00] Mira:   ![a.png](./media/a.png)  \n";
}

public sealed class SignalRowsContract : ExportReaderContract
{
    protected override string Format => "signal-export";

    protected override string SampleName => "Mira/data.json";

    protected override int Messages => 2;

    protected override string Sample =>
        """
        {"date": "2024-06-12T08:13:00", "sender": "Mira", "body": "hello there", "quote": "", "sticker": "", "reactions": [], "attachments": []}
        {"date": "2024-06-12T08:14:00", "sender": "Me", "body": "wer ist dás?", "quote": "", "sticker": "", "reactions": [], "attachments": []}

        """;
}
