namespace Holdfast.Core.Tests.Conversations.Formats.Pdf;

public sealed class PdfReaderContract : ExportReaderContract
{
    protected override string Format => "pdf";

    protected override string SampleName => "chat.pdf";

    protected override int Messages => 2;

    protected override bool IsText => false;

    // One record a page, since the place of a record is that of its page.
    protected override byte[] SampleBytes => PdfWriter.Of(["21/02/2024, 13:05 - Ada: one two"], ["21/02/2024, 13:06 - Ben: three"]);
}
