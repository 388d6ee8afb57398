namespace Holdfast.Core.Tests.Conversations.Formats.WhatsApp;

public sealed class WhatsAppTextReaderContract : ExportReaderContract
{
    protected override string Format => "whatsapp-text";

    protected override string SampleName => "WhatsApp Chat with Mira.txt";

    protected override int Messages => 4;

    protected override string Sample => """
        21/02/2024, 13:05 - Mira: привет, how are you
        21/02/2024, 13:06 - Tom: fine 😀
        and a second line
        21/02/2024, 13:07 - Mira: IMG-20240221-WA0001.jpg (file attached)
        look
        22/02/2024, 09:00 - Tom: ok

        """;
}
