using Holdfast.Conversations;

namespace Holdfast.Core.Tests.Conversations.Formats.WhatsApp;

/// <summary>What the body of a record is: words, a file, a call, a deleted message, or a line of WhatsApp itself.</summary>
public sealed class WhatsAppBodyTests
{
    [Theory]
    [InlineData("IMG-20240221-WA0001.jpg (file attached)", "IMG-20240221-WA0001.jpg")]
    [InlineData("\u200EIMG-20240221-WA0001.jpg (file attached)", "IMG-20240221-WA0001.jpg")]
    [InlineData("VID-20240221-WA0002.mp4 (archivo adjunto)", "VID-20240221-WA0002.mp4")]
    [InlineData("PTT-20240221-WA0003.opus (Datei angehängt)", "PTT-20240221-WA0003.opus")]
    [InlineData("IMG-20240221-WA0004.jpg (fichier joint)", "IMG-20240221-WA0004.jpg")]
    [InlineData("IMG-20240221-WA0005.jpg (arquivo anexado)", "IMG-20240221-WA0005.jpg")]
    [InlineData("IMG-20240221-WA0006.jpg (file allegato)", "IMG-20240221-WA0006.jpg")]
    [InlineData("my notes.pdf (file attached)", "my notes.pdf")]
    [InlineData("\u200E<attached: 00000042-PHOTO-2024-02-21-13-05-06.jpg>", "00000042-PHOTO-2024-02-21-13-05-06.jpg")]
    [InlineData("\u200E<Anhang: 00000042-PHOTO-2024-02-21-13-05-06.jpg>", "00000042-PHOTO-2024-02-21-13-05-06.jpg")]
    [InlineData("my notes.pdf • \u200E1 page \u200E<attached: 00000043-my notes.pdf>", "00000043-my notes.pdf")]
    public void An_attached_file_is_media_with_its_name(string body, string name)
    {
        var message = Assert.Single(WhatsAppChat.Bodies(body));
        Assert.Equal(MessageKind.Media, message.Kind);
        Assert.Equal([name], message.Media);
        Assert.Equal(body, message.Text);
    }

    [Fact]
    public void A_caption_under_a_file_stays_with_it()
    {
        var message = Assert.Single(WhatsAppChat.Bodies("IMG-20240221-WA0001.jpg (file attached)\nthat is you"));
        Assert.Equal((MessageKind.Media, "IMG-20240221-WA0001.jpg (file attached)\nthat is you"), (message.Kind, message.Text));
    }

    [Theory]
    [InlineData(MessageKind.Media, "<Media omitted>")]
    [InlineData(MessageKind.Media, "<Medien ausgeschlossen>")]
    [InlineData(MessageKind.Media, "<Multimedia omitido>")]
    [InlineData(MessageKind.Media, "\u200Eimage omitted")]
    [InlineData(MessageKind.Media, "\u200Eimmagine omessa")]
    [InlineData(MessageKind.Media, "\u200Egörüntü dahil edilmedi")]
    [InlineData(MessageKind.Media, "\u200EBild weggelassen")]
    [InlineData(MessageKind.Deleted, "This message was deleted")]
    [InlineData(MessageKind.Deleted, "\u200EThis message was deleted.")]
    [InlineData(MessageKind.Deleted, "You deleted this message")]
    [InlineData(MessageKind.Deleted, "Questo messaggio è stato eliminato")]
    [InlineData(MessageKind.Deleted, "Diese Nachricht wurde gelöscht.")]
    [InlineData(MessageKind.Deleted, "Você apagou esta mensagem")]
    [InlineData(MessageKind.Call, "Missed voice call")]
    [InlineData(MessageKind.Call, "\u200EVideo call, 5 min")]
    [InlineData(MessageKind.Call, "Videochiamata persa")]
    [InlineData(MessageKind.Call, "Appel vocal manqué")]
    [InlineData(MessageKind.Notice, "\u200EMessages and calls are end-to-end encrypted.")]
    [InlineData(MessageKind.Notice, "\u200EAda changed the group name")]
    [InlineData(MessageKind.Text, "i deleted your message")]
    [InlineData(MessageKind.Text, "This message was deleted? why")]
    [InlineData(MessageKind.Text, "Video call me or i post it")]
    [InlineData(MessageKind.Text, "i added your friends and they joined the group")]
    [InlineData(MessageKind.Text, "send it to a.b@example.com (today)")]
    [InlineData(MessageKind.Text, "i have your pic.jpg (all of them)")]
    [InlineData(MessageKind.Text, "a < b > c")]
    [InlineData(MessageKind.Text, "Image omitted, you said?")]
    [InlineData(MessageKind.Text, ".")]
    [InlineData(MessageKind.Text, "")]
    public void The_whole_body_tells_its_kind_and_never_a_word_in_it(MessageKind kind, string body)
    {
        var message = Assert.Single(WhatsAppChat.Bodies(body));
        Assert.Equal((kind, body), (message.Kind, message.Text));
    }

    [Fact]
    public void An_edit_mark_and_a_poll_stay_in_the_text()
    {
        string[] bodies = ["yes <This message was edited>", "POLL:\nwhich day?\nOPTION: Monday (1 vote)"];
        Assert.Equal(bodies, WhatsAppChat.Bodies(bodies).Select(message => message.Text));
        Assert.All(WhatsAppChat.Bodies(bodies), message => Assert.Equal(MessageKind.Text, message.Kind));
    }
}
