namespace Holdfast.Core.Tests.Conversations.Formats.Discord;

public sealed class DiscordTextReaderContract : ExportReaderContract
{
    protected override string Format => "discord-txt";

    protected override string SampleName => "Direct Messages - mira [900000000000000001].txt";

    protected override int Messages => 2;

    protected override string Sample => """
        ==============================================================
        Guild: Direct Messages
        Channel: mira
        ==============================================================

        [13/06/2024 08:13] mira
        hello there

        [13/06/2024 08:14] tom
        wer ist dás?

        {Attachments}
        https://cdn.example.com/1.png


        ==============================================================
        Exported 2 message(s)
        ==============================================================

        """;
}
