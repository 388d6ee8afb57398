namespace Holdfast.Core.Tests.Conversations.Formats.PlainText;

public sealed class PlainTextReaderContract : ExportReaderContract
{
    protected override string Format => "plain-text";

    protected override string SampleName => "paste.txt";

    protected override int Messages => 4;

    protected override string Sample => """
        [10:13 AM, 2/23/2024] Mira: hello you
        [10:14 AM, 2/23/2024] Tom Beispiel: who is this?
        second line

        [10:20 AM, 2/23/2024] Mira: pay: by tonight
        [10:21 AM, 2/23/2024] Tom Beispiel: нет
        """;
}

public sealed class NoteContract : ExportReaderContract
{
    protected override string Format => "plain-text";

    protected override string SampleName => "note.txt";

    protected override int Messages => 1;

    protected override string Sample => """
        She wrote to me on Friday and wanted money.

        Then: silence. I do not know what to do.
        """;
}
