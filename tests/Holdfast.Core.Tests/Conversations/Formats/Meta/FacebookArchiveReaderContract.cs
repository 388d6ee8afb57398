namespace Holdfast.Core.Tests.Conversations.Formats.Meta;

public sealed class FacebookArchiveReaderContract : ExportReaderContract
{
    protected override string Format => "facebook-archive";

    protected override string SampleName => "html/messages.htm";

    protected override int Messages => 3;

    protected override string Sample => """
        <html><head><title>Ada Example - Messages</title></head><body><div class="contents"><h1>Ada Example</h1><div>
        <div class="thread">Ada Example, Bén Beispiel
        <div class="message"><div class="message_header"><span class="user">Bén Beispiel</span><span class="meta">Friday, October 4, 2013 at 10:05pm PDT</span></div></div><p>pay 😈</p>
        <div class="message"><div class="message_header"><span class="user">Ada Example</span><span class="meta">Friday, October 4, 2013 at 10:04pm PDT</span></div></div><p>why?<br />please</p>
        <div class="message"><div class="message_header"><span class="user">Bén Beispiel</span><span class="meta">Friday, October 4, 2013 at 10:03pm UTC+01</span></div></div><p>hello</p>
        </div></div></div></body></html>
        """;
}
