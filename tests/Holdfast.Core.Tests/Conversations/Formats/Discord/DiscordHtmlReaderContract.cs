namespace Holdfast.Core.Tests.Conversations.Formats.Discord;

public sealed class DiscordHtmlReaderContract : ExportReaderContract
{
    protected override string Format => "discord-html";

    protected override string SampleName => "Direct Messages - mira.sample [900000000000000001].html";

    protected override int Messages => 2;

    protected override string Sample => """
        <!DOCTYPE html><html><body><div class="chatlog"><div class="chatlog__message-group">
        <div class="chatlog__message-container" data-message-id="1250368000000000001"><span class="chatlog__author" title="mira">Mira</span>
        <div class="chatlog__content">hello there</div></div></div>
        <div class="chatlog__message-group"><div class="chatlog__message-container" data-message-id="1250368000000000002">
        <span class="chatlog__author" title="tom">Tom</span><div class="chatlog__content">wer ist dás?</div></div></div>
        </div></body></html>
        """;
}
