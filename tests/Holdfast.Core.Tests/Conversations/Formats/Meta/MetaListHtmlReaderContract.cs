namespace Holdfast.Core.Tests.Conversations.Formats.Meta;

public sealed class MetaListHtmlReaderContract : ExportReaderContract
{
    protected override string Format => "instagram-lists-html";

    protected override string SampleName => "connections/followers_and_following/followers_1.html";

    protected override int Messages => 0;

    protected override string Sample => """
        <html><body><div class="_a6-g uiBoxWhite"><div><a href="https://www.instagram.com/mira_k">mira_k</a></div><div>Jun 10, 2024 6:28 am</div></div>
        <div class="_a6-g uiBoxWhite"><h2>größer</h2><div><a href="https://www.instagram.com/tom.b">tom.b</a></div><div>Jan 02, 2023 11:05 pm</div></div></body></html>
        """;
}
