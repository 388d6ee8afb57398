namespace Holdfast.Core.Tests.Conversations.Formats.GoogleVoice;

public sealed class GoogleVoiceReaderContract : ExportReaderContract
{
    protected override string Format => "google-voice";

    protected override string SampleName => "Mira - Text - 2024-06-12T12_13_08Z.html";

    protected override int Messages => 2;

    protected override string Sample => """
        <html><head><title>Mira</title></head><body><div class="hChatLog hfeed">
        <div class="message"><abbr class="dt" title="2024-06-12T08:13:08.451-04:00">Jun 12</abbr>:
        <cite class="sender vcard"><a class="tel" href="tel:+447700900123"><span class="fn">Mira</span></a></cite>: <q>hello there</q></div>
        <div class="message"><abbr class="dt" title="2024-06-12T08:14:08.451-04:00">Jun 12</abbr>:
        <cite class="sender vcard"><a class="tel" href="tel:+447700900456"><abbr class="fn" title="">Me</abbr></a></cite>: <q>wer ist dás?</q></div>
        </div></body></html>
        """;
}
