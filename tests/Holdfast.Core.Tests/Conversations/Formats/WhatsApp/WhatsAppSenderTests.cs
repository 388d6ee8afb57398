using Holdfast.Conversations;

namespace Holdfast.Core.Tests.Conversations.Formats.WhatsApp;

/// <summary>Who wrote a record, whose phone it is, and what the chat is called.</summary>
public sealed class WhatsAppSenderTests
{
    private static string? Sender(string rest) =>
        WhatsAppChat.Read($"21/02/2024, 13:00 - Ben: hello\n21/02/2024, 13:05 - {rest}\n21/02/2024, 13:06 - Ben: bye\n").Messages.ElementAt(1).From;

    [Theory]
    [InlineData("Ada: hello", "Ada")]
    [InlineData("Ada Lee 🌸: hello: you", "Ada Lee 🌸")]
    [InlineData("~ Ada: hello", "Ada")]
    [InlineData("~\u202FAda: hello", "Ada")]
    [InlineData("\u202A+44 7700 900123\u202C: hello", "+44 7700 900123")]
    [InlineData("+44\u00A07700\u00A0900123: hello", "+44\u00A07700\u00A0900123")]
    [InlineData("\u2068Ada\u2069: hello", "Ada")]
    [InlineData("Ada:", "Ada")]
    [InlineData("John Doe:.", "John Doe")]
    [InlineData("Ada:\u200E<attached: a.jpg>", "Ada")]
    [InlineData("Messages and calls are end-to-end encrypted.", null)]
    [InlineData("Ada changed the group name to “Trip: Rome”", null)]
    [InlineData("Ada changed the group name to \"Trip: Rome\"", null)]
    [InlineData("Ada ha cambiato il nome in «Viaggio: Roma»", null)]
    [InlineData("Ada joined using this group's invite link", null)]
    public void The_sender_stands_before_the_first_colon(string rest, string? sender) => Assert.Equal(sender, Sender(rest));

    [Fact]
    public void A_record_without_a_sender_is_a_notice()
    {
        var read = WhatsAppChat.Read("21/02/2024, 13:00 - Ada added you\n21/02/2024, 13:05 - Ada: hi\n");
        Assert.Equal([MessageKind.Notice, MessageKind.Text], read.Messages.Select(message => message.Kind));
        Assert.Equal("Ada added you", read.Messages.First().Text);
    }

    [Fact]
    public void A_name_that_holds_a_colon_is_learnt_from_the_whole_chat()
    {
        var read = WhatsAppChat.Read(string.Concat(Enumerable.Range(0, 4).Select(i => $"21/02/2024, 13:0{i} - Dr: Ada: word {i}\n21/02/2024, 13:0{i} - Ben: ok\n")));
        Assert.Equal(["Dr: Ada", "Ben"], read.Conversations[0].Footer.Participants);
        Assert.Equal("word 0", read.Messages.First().Text);
    }

    [Fact]
    public void Somebody_who_always_writes_one_word_and_a_colon_less_than_three_times_keeps_the_name()
    {
        var read = WhatsAppChat.Read("21/02/2024, 13:05 - Ada: Note: one\n21/02/2024, 13:06 - Ada: Note: two\n");
        Assert.All(read.Messages, message => Assert.Equal("Ada", message.From));
    }

    [Theory]
    [InlineData("WhatsApp Chat with Ada.txt", "Ada")]
    [InlineData("WhatsApp Chat - Ada.txt", "Ada")]
    [InlineData("Chat WhatsApp con Ada.txt", "Ada")]
    [InlineData("Chat de WhatsApp con Ada.txt", "Ada")]
    [InlineData("Conversa do WhatsApp com Ada.txt", "Ada")]
    [InlineData("WhatsApp Chat mit Ada.txt", "Ada")]
    [InlineData("与Ada的 WhatsApp 聊天.txt", "Ada")]
    [InlineData("WhatsApp Chat with .txt", null)]
    [InlineData("_chat.txt", null)]
    public void The_name_of_the_file_is_the_title(string name, string? title)
    {
        var read = WhatsAppChat.Read("21/02/2024, 13:05 - Ada: hi\n21/02/2024, 13:06 - Ben: hello\n", name: name);
        Assert.Equal(title, read.Conversations[0].Header.Title);
        Assert.Equal(title is null ? null : "Ben", read.Conversations[0].Owner);
    }

    [Fact]
    public void A_group_named_after_a_member_says_nothing_about_the_owner()
    {
        var read = WhatsAppChat.Read("21/02/2024, 13:05 - Ada: hi\n21/02/2024, 13:06 - Ben: hello\n21/02/2024, 13:06 - Cy: hello\n", name: "WhatsApp Chat with Ada.txt");
        Assert.Null(read.Conversations[0].Owner);
    }

    [Fact]
    public void The_archive_gives_the_title_when_the_chat_inside_has_none()
    {
        var archive = ExportFile.FromBytes("WhatsApp Chat - Ada.zip", []);
        var file = new ExportFile("_chat.txt", null, () => new MemoryStream("[21.02.24, 13:05:06] Ada: hi\n"u8.ToArray())) { Container = archive };
        var read = StrictSink.Read(new Holdfast.Conversations.Formats.WhatsApp.WhatsAppTextReader(), null, file);
        Assert.Equal("Ada", read.Conversations[0].Header.Title);
    }

    [Fact]
    public void Who_deleted_a_message_as_you_is_the_owner()
    {
        var read = WhatsAppChat.Read("21/02/2024, 13:05 - Ada: hi\n21/02/2024, 13:06 - Ben: You deleted this message\n");
        Assert.Equal("Ben", read.Conversations[0].Owner);
    }

    [Fact]
    public void Who_deleted_a_message_as_you_late_in_a_long_chat_is_the_owner()
    {
        var text = string.Concat(Enumerable.Repeat("21/02/2024, 13:05 - Ada: hi\n", 4000)) + "21/02/2024, 13:06 - Ben: You deleted this message\n";
        Assert.Equal("Ben", WhatsAppChat.Read(text).Conversations[0].Owner);
    }

    [Fact]
    public void The_name_that_the_person_gives_is_the_owner_if_it_is_in_the_chat()
    {
        const string text = "21/02/2024, 13:05 - Ada: hi\n21/02/2024, 13:06 - Ben: hello\n";
        Assert.Equal("Ada", WhatsAppChat.Read(text, new ReadingOptions { Me = ["Zoe", "Ada"] }).Conversations[0].Owner);
        Assert.Null(WhatsAppChat.Read(text, new ReadingOptions { Me = ["Zoe"] }).Conversations[0].Owner);
    }
}
