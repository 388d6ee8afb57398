namespace Holdfast.Core.Tests.Conversations.Formats.AppleMessages;

public sealed class ExporterHtmlReaderContract : ExportReaderContract
{
    protected override string Format => "imessage-html";

    protected override string SampleName => "Tom.html";

    protected override int Messages => 3;

    protected override string Sample => """
        <html><meta charset="UTF-8">
        <div class="message"><div class="received"><p><span class="timestamp">May 17, 2022  5:29:42 PM</span> <span class="sender">Tom</span></p>
        <hr><div class="message_part"><span class="bubble">привет &amp; hello</span></div></div></div>
        <div class="announcement"><p><span class="timestamp">May 17, 2022  5:30:42 PM</span> You named the conversation Trip</p></div>
        <div class="message"><div class="sent iMessage"><p><span class="timestamp">May 17, 2022  5:31:42 PM</span> <span class="sender">Me</span></p>
        <hr><div class="message_part"><img src="attachments/a.jpeg"></div></div></div>
        </html>
        """;
}
