using System.Text;
using CsCheck;
using Holdfast.Conversations;
using Holdfast.Conversations.Formats.Meta;
using Holdfast.Conversations.TextFiles;

namespace Holdfast.Core.Tests.Conversations.Formats.Meta;

public sealed class InstagramJsonReaderTests
{
    [Fact]
    public void Text_written_as_Meta_writes_it_is_repaired() => Gen.String.Sample(text =>
    {
        var units = text.ToCharArray();
        TextDecoding.ReplaceLoneSurrogates(units);
        var whole = new string(units);
        Assert.Equal(whole, Mojibake.Repair(Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(whole))));
    });

    [Theory]
    [InlineData("café")]
    [InlineData("“already right”")]
    [InlineData("Ã")]
    [InlineData("“Ã©”")]
    public void Text_that_is_right_already_stays(string text) => Assert.Equal(text, Mojibake.Repair(text));

    [Theory]
    [InlineData("I reacted to your message")]
    [InlineData("Reacted badly, pay now to your message ")]
    [InlineData("Liked a message from you, pay")]
    [InlineData("Your mother missed a call")]
    [InlineData("I sent it. You get what your friend sent an attachment.")]
    public void A_platform_word_inside_a_message_does_not_make_it_a_notice(string content)
    {
        var message = Read($$"""{"messages":[{"sender_name":"Mira","timestamp_ms":1,"content":"{{content}}"}]}""").Messages.Single();
        Assert.Equal(MessageKind.Text, message.Kind);
        Assert.Equal(content, message.Text);
    }

    [Fact]
    public void The_same_message_in_two_exports_is_counted_once_and_reported()
    {
        const string One = """{"sender_name":"Mira","timestamp_ms":1700000000000,"content":"hi"}""";
        const string Two = """{"sender_name":"Mira","timestamp_ms":1700000001000,"content":"pay"}""";
        var read = StrictSink.Read(
            new InstagramJsonReader(),
            null,
            File("old/messages/inbox/mira_1/message_1.json", $$"""{"messages":[{{One}}],"title":"Mira"}"""),
            File("new/messages/inbox/mira_1/message_1.json", $$"""{"messages":[{{Two}},{{One}}],"title":"Mira"}"""));
        Assert.Equal(["hi", "pay"], Assert.Single(read.Conversations).Messages.Select(m => m.Text));
        Assert.Equal(ProblemKind.Duplicate, Assert.Single(read.Problems).Kind);
    }

    [Fact]
    public void The_same_words_twice_in_one_export_are_two_messages()
    {
        const string One = """{"sender_name":"Mira","timestamp_ms":1700000000000,"content":"pay"}""";
        Assert.Equal(2, Read($$"""{"messages":[{{One}},{{One}}]}""").Messages.Count());
    }

    [Fact]
    public void Files_of_different_people_in_one_folder_are_different_conversations()
    {
        var read = StrictSink.Read(
            new InstagramJsonReader(),
            null,
            File("message_1.json", """{"participants":[{"name":"A"},{"name":"Me"}],"messages":[{"sender_name":"A","timestamp_ms":1,"content":"x"}],"title":"A"}"""),
            File("message_1(1).json", """{"participants":[{"name":"B"},{"name":"Me"}],"messages":[{"sender_name":"B","timestamp_ms":1,"content":"y"}],"title":"B"}"""));
        Assert.Equal(["A", "B"], read.Conversations.Select(c => c.Header.Title));
        Assert.All(read.Conversations, c => Assert.Equal("Me", c.Owner));
    }

    [Fact]
    public void What_the_person_says_about_their_name_goes_before_what_the_files_suggest()
    {
        var read = Read(
            """{"participants":[{"name":"Mira"},{"name":"Tom"}],"messages":[{"sender_name":"Mira","timestamp_ms":1,"content":"x"}],"title":"Mira"}""",
            new ReadingOptions { Me = ["mira"] });
        Assert.Equal("Mira", read.Conversations.Single().Owner);
    }

    [Fact]
    public void A_text_over_the_limit_is_cut_and_reported()
    {
        const string Json = """{"messages":[{"sender_name":"Mira","timestamp_ms":1,"content":"12345"}]}""";
        Assert.Empty(Read(Json, new ReadingOptions { MaxTextLength = 5 }).Problems);
        var cut = Read(Json, new ReadingOptions { MaxTextLength = 4 });
        Assert.Equal("1234", cut.Messages.Single().Text);
        Assert.Equal(ProblemKind.TextTooLong, Assert.Single(cut.Problems).Kind);
    }

    [Fact]
    public void A_million_open_brackets_are_one_broken_file_and_no_crash()
    {
        var read = Read("""{"messages":[""" + new string('[', 500_000) + new string('{', 500_000));
        Assert.NotEmpty(read.Problems);
    }

    [Fact]
    public void An_object_that_was_never_closed_does_not_hide_the_next()
    {
        var read = Read("""{"messages":[{"sender_name":"A","timestamp_ms":1,"content":"x",{"sender_name":"B","timestamp_ms":2,"content":"y"}]}""");
        Assert.Equal(["x", "y"], read.Messages.Select(m => m.Text));
        Assert.NotEmpty(read.Problems);
    }

    [Fact]
    public void Thousands_of_broken_records_become_a_bounded_list_of_problems()
    {
        var read = Read("""{"messages":[""" + string.Join(',', Enumerable.Repeat("1", 50_000)) + "]}");
        Assert.InRange(read.Problems.Count, 2, ProblemLog.MostOfAKind + 2);
        Assert.Contains(read.Problems, p => p.Place.Length > 90_000);
    }

    private static StrictSink Read(string json, ReadingOptions? options = null) => StrictSink.Read(new InstagramJsonReader(), json, options);

    private static ExportFile File(string name, string json) => ExportFile.FromBytes(name, Encoding.UTF8.GetBytes(json));

    [Theory]
    [InlineData("e2ee_cutover", 1_700_000_000_000, true)]
    [InlineData("inbox", 1_700_000_000_000, true)]
    [InlineData("inbox", 1_709_000_000_000, false)]
    public void Chats_that_end_before_the_download_does_are_somewhere_else(string folder, long at, bool isRemarked)
    {
        // The group goes on until March 2024.
        var read = StrictSink.Read(
            new InstagramJsonReader(),
            null,
            File($"your_facebook_activity/messages/{folder}/mira_1/message_1.json", Thread(["Tom", "Mira"], at)),
            File("your_facebook_activity/messages/inbox/trip_2/message_1.json", Thread(["Tom", "Mira", "Noa"], 1_710_000_000_000)));
        Assert.Equal(2, read.Conversations.Count);
        Assert.Equal(isRemarked ? [ProblemKind.EncryptedChatsElsewhere] : [], read.Problems.Select(p => p.Kind));
    }

    [Fact]
    public void Nothing_is_said_about_encrypted_chats_when_they_are_there_or_the_download_is_of_Instagram()
    {
        var old = Thread(["Tom", "Mira"], 1_700_000_000_000);
        var group = Thread(["Tom", "Mira", "Noa"], 1_710_000_000_000);
        var encrypted = """{"participants":["Tom","Mira"],"threadName":"Mira","messages":[{"senderName":"Mira","text":"pay","timestamp":1710000000000,"type":"text"}]}""";
        Assert.Empty(StrictSink.Read(
            new InstagramJsonReader(),
            null,
            File("your_facebook_activity/messages/inbox/mira_1/message_1.json", old),
            File("your_facebook_activity/messages/inbox/trip_2/message_1.json", group),
            File("Mira_1.json", encrypted)).Problems);
        Assert.Empty(StrictSink.Read(
            new InstagramJsonReader(),
            null,
            File("your_instagram_activity/messages/inbox/mira_1/message_1.json", old),
            File("your_instagram_activity/messages/inbox/trip_2/message_1.json", group)).Problems);
    }

    private static string Thread(string[] names, long at) =>
        $$"""{"participants":[{{string.Join(',', names.Select(n => $$"""{"name":"{{n}}"}"""))}}],"messages":[{"sender_name":"Mira","timestamp_ms":{{at}},"content":"hi"}],"thread_path":"x"}""";
}
