using Holdfast.Conversations;

namespace Holdfast.Core.Tests.Conversations.Formats.Snapchat;

public sealed class SnapchatHtmlReaderContract : ExportReaderContract
{
    protected override string Format => "snapchat-html";

    protected override string SampleName => "html/chat_history/subpage_mira_k.html";

    protected override int Messages => 3;

    protected override IReadOnlyList<ProblemKind> Remarks => [ProblemKind.OnlySavedWords];

    protected override string Sample => """
        <html><body><div class="rightpanel"><h1>Mira</h1>
        <div><span><div><h4>mira_k</h4></div><span>TEXT</span><p>größer</p><h6>2024-05-02 18:20:00 UTC</h6></span></div>
        <div><span><div><h4>zoe_owner</h4></div><span>TEXT</span><h6>2024-05-02 18:19:00 UTC</h6></span></div>
        <div><span><div><h4>mira_k</h4></div><span>TEXT</span><p>hello you</p><h6>2024-05-02 18:18:00 UTC</h6></span></div>
        </div></body></html>
        """;
}
