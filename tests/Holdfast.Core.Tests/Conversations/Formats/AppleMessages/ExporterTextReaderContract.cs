namespace Holdfast.Core.Tests.Conversations.Formats.AppleMessages;

public sealed class ExporterTextReaderContract : ExportReaderContract
{
    protected override string Format => "imessage-text";

    protected override string SampleName => "Tom.txt";

    protected override int Messages => 3;

    protected override string Sample => """
        May 17, 2022  5:29:42 PM
        Tom
        привет & hello

        May 17, 2022  5:30:42 PM You named the conversation Trip

        May 17, 2022  5:31:42 PM (Read by them after 1 minute)
        Me
        fine
        and you?


        """;
}
