namespace Holdfast.Core.Tests.Conversations.Formats.Telegram;

public sealed class TelegramHtmlReaderContract : ExportReaderContract
{
    protected override string Format => "telegram-html";

    protected override string SampleName => "messages.html";

    protected override int Messages => 3;

    protected override string Sample => """
        <!DOCTYPE html><html><head><title>Exported Data</title></head><body><div class="page_wrap">
        <div class="page_header"><div class="content"><div class="text bold">Mira</div></div></div><div class="page_body chat_page"><div class="history">
        <div class="message service" id="message-1"><div class="body details">23 August 2023</div></div>
        <div class="message default clearfix" id="message1"><div class="body"><div class="pull_right date details" title="23.08.2023 13:11:23 UTC-08:00">13:11</div><div class="from_name">Mira </div><div class="text">привет 😈</div></div></div>
        <div class="message default clearfix joined" id="message2"><div class="body"><div class="pull_right date details" title="23.08.2023 13:11:24 UTC-08:00">13:11</div><div class="text">pay<br>now</div></div></div>
        <div class="message default clearfix" id="message3"><div class="body"><div class="pull_right date details" title="23.08.2023 13:12:23 UTC-08:00">13:12</div><div class="from_name">Tom</div><div class="text">no</div></div></div>
        </div></div></div></body></html>
        """;
}
