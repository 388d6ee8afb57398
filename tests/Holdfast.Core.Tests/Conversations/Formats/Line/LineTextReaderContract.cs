namespace Holdfast.Core.Tests.Conversations.Formats.Line;

public sealed class LineTextReaderContract : ExportReaderContract
{
    protected override string Format => "line-text";

    protected override string SampleName => "[LINE] Chat with Mira.txt";

    protected override int Messages => 3;

    protected override string Sample =>
        "[LINE] Chat history with Mira\nSaved on: 2024/06/13 09:00\n\n2024/06/12(Wed)\n08:13\tMira\thello there\n08:14\tTom\t\"wer\nist dás?\"\n08:15\tMira\t[Photo]\n";
}
