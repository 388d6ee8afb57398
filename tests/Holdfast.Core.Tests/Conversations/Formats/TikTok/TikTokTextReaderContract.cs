namespace Holdfast.Core.Tests.Conversations.Formats.TikTok;

public sealed class TikTokTextReaderContract : ExportReaderContract
{
    protected override string Format => "tiktok-text";

    protected override string SampleName => "Direct Messages.txt";

    protected override int Messages => 3;

    protected override string Sample =>
        ">>> Chat History with mira.k::\n\n2026-07-03 23:00:11 UTC zoe.owner: wer ist das? größer\n2026-07-01 03:01:15 UTC mira.k: pay me\n"
        + "or else\n\n>>> Chat History with tom.b::\n\n2026-06-01 10:00:00 UTC zoe.owner: homework?\n";
}
