namespace Holdfast.Core.Tests.Conversations.Formats.Meta;

public sealed class MetaHtmlReaderContract : ExportReaderContract
{
    protected override string Format => "instagram-html";

    protected override string SampleName => "your_instagram_activity/messages/inbox/mira_1/message_1.html";

    protected override int Messages => 3;

    protected override string Sample => """
        <html><head><title>Mira Bé</title></head><body><main class="_a706">
        <div class="pam _3-95 _2ph- _a6-g uiBoxWhite noborder"><h2 class="_3-95 _2pim _a6-h _a6-i">Mira Bé</h2><div class="_3-95 _a6-p"><div><div></div><div>pay until tonight 😈</div><div></div></div></div><div class="_3-94 _a6-o">Jun 10, 2024 6:28 am</div></div>
        <div class="pam _3-95 _2ph- _a6-g uiBoxWhite noborder"><h2 class="_3-95 _2pim _a6-h _a6-i">Mira Bé</h2><div class="_3-95 _a6-p"><div><div></div><div></div><div><img src="photos/1.jpg" /></div></div></div><div class="_3-94 _a6-o">Jun 10, 2024 6:27 am</div></div>
        <div class="pam _3-95 _2ph- _a6-g uiBoxWhite noborder"><h2 class="_3-95 _2pim _a6-h _a6-i">Tom Beispiel</h2><div class="_3-95 _a6-p"><div><div></div><div>hello<br />you</div><div></div></div></div><div class="_3-94 _a6-o">Jun 10, 2024 6:26 am</div></div>
        </main></body></html>
        """;
}
