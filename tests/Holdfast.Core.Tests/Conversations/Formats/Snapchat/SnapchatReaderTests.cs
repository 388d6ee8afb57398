using System.Text;
using Holdfast.Conversations;
using Holdfast.Conversations.Formats.Snapchat;

namespace Holdfast.Core.Tests.Conversations.Formats.Snapchat;

public sealed class SnapchatReaderTests
{
    private const string Account = """{"Basic Information":{"Username":"zoe_owner","Name":"Zoe"}}""";

    [Fact]
    public void A_null_text_is_kept_as_not_exported()
    {
        var message = Read(Chat(""" "Content": null, "IsSender": false""")).Messages.Single();
        Assert.Equal(MessageKind.NotExported, message.Kind);
        Assert.Null(message.Text);
        Assert.Equal("mira_k", message.From);
    }

    [Theory]
    [InlineData("1714673940345", "2024-05-02T18:19:00.345Z")]
    [InlineData("1714673940345678", "2024-05-02T18:19:00.345Z")]
    [InlineData("1714673940", "2024-05-02T18:19:00Z")]
    [InlineData("0", "2024-05-02T18:19:00Z")]
    public void The_unit_of_the_time_is_told_by_its_size(string number, string expected)
    {
        var read = Read(Chat($$""" "Content": "hi", "Created(microseconds)": {{number}}"""));
        Assert.Equal(expected, read.Messages.Single().At.ToString());
        Assert.Empty(read.Problems);
    }

    [Fact]
    public void Two_times_that_differ_are_reported_and_the_record_is_kept()
    {
        var read = Read(Chat(""" "Content": "hi", "Created(microseconds)": 1714670000000"""));
        Assert.Equal("hi", read.Messages.Single().Text);
        Assert.Equal(ProblemKind.Damaged, Assert.Single(read.Problems).Kind);
    }

    [Fact]
    public void A_record_without_a_readable_time_is_kept_and_reported()
    {
        var read = Read("""{"mira_k":[{"From":"mira_k","Media Type":"TEXT","Created":"2024-05-02 18:61:00 UTC","Content":"hi"}]}""");
        Assert.Equal(TimeKnowledge.None, read.Messages.Single().At.Knowledge);
        Assert.Equal(ProblemKind.Damaged, Assert.Single(read.Problems).Kind);
    }

    [Fact]
    public void What_was_sent_before_2024_is_the_owners_under_the_name_that_is_known()
    {
        const string Old = """{"Received Saved Chat History":[],"Sent Saved Chat History":[{"To":"mira_k","Media Type":"TEXT","Created":"2021-03-04 12:00:00 UTC","Text":"hello"}]}""";
        Assert.Equal(("Me", "Me"), Sender(Read(Old)));
        Assert.Equal(("Zoe", "Zoe"), Sender(StrictSink.Read(new SnapchatReader(), Old, new ReadingOptions { Me = ["Zoe"] })));
        Assert.Equal(("zoe_owner", "zoe_owner"), Sender(StrictSink.Read(new SnapchatReader(), null, File("json/chat_history.json", Old), File("json/account.json", Account))));

        static (string?, string?) Sender(StrictSink read) => (read.Messages.Single().From, read.Conversations.Single().Owner);
    }

    [Fact]
    public void The_display_name_is_the_title_and_the_user_name_stays_the_name()
    {
        var read = StrictSink.Read(
            new SnapchatReader(),
            null,
            File("json/chat_history.json", Chat(""" "Content": "hi" """)),
            File("json/friends.json", """{"Friends":[],"Blocked Users":[{"Username":"mira_k","Display Name":"Mira"}]}"""));
        var conversation = read.Conversations.Single();
        Assert.Equal(("Mira", "mira_k", "mira_k"), (conversation.Header.Title, conversation.Header.Id, conversation.Messages[0].From));
        Assert.Equal(ContactRelation.Blocked, read.Contacts.Single().Relation);
    }

    [Fact]
    public void The_same_chat_in_two_downloads_is_counted_once_and_reported()
    {
        var chat = Chat(""" "Content": "hi", "Created(microseconds)": 1714673940345""");
        var read = StrictSink.Read(new SnapchatReader(), null, File("old/json/chat_history.json", chat), File("new/json/chat_history.json", chat + " "));
        Assert.Single(read.Messages);
        Assert.Equal(ProblemKind.Duplicate, Assert.Single(read.Problems).Kind);
    }

    [Fact]
    public void Downloads_of_two_people_are_kept_apart()
    {
        var read = StrictSink.Read(
            new SnapchatReader(),
            null,
            File("a/json/chat_history.json", Chat(""" "Content": "hi" """)),
            File("a/json/account.json", Account),
            File("b/json/chat_history.json", Chat(""" "Content": "hi" """)),
            File("b/json/account.json", """{"Basic Information":{"Username":"tom_b"}}"""));
        Assert.Equal(["zoe_owner", "tom_b"], read.Conversations.Select(c => c.Owner));
    }

    [Fact]
    public void A_download_with_nothing_but_the_account_says_that_it_holds_no_messages() =>
        Assert.Equal(ProblemKind.NoMessages, Assert.Single(Read(Account).Problems).Kind);

    [Fact]
    public void A_body_of_an_unknown_shape_is_kept_and_reported()
    {
        var read = Read(Chat(""" "Content": {"deep": 1}"""));
        Assert.Equal(MessageKind.Text, read.Messages.Single().Kind);
        Assert.Equal(ProblemKind.UnreadableBody, Assert.Single(read.Problems).Kind);
    }

    private static string Chat(string rest) =>
        $$"""{"mira_k":[{"From":"mira_k","Media Type":"TEXT","Created":"2024-05-02 18:19:00 UTC",{{rest}}}]}""";

    private static StrictSink Read(string text) => StrictSink.Read(new SnapchatReader(), text);

    private static ExportFile File(string name, string text) => ExportFile.FromBytes(name, Encoding.UTF8.GetBytes(text));

    [Fact]
    public void A_chat_of_which_little_was_saved_is_remarked_on_once_and_by_name()
    {
        static string Record(int minute, string content) =>
            $$"""{"From":"mira_k","Media Type":"TEXT","Created":"2024-05-02 18:{{minute:00}}:00 UTC","Content":{{content}},"IsSender":false}""";
        var saved = Enumerable.Range(0, 20).Select(i => Record(i, "\"hi\"")).ToList();
        var unsaved = Enumerable.Range(20, 3).Select(i => Record(i, "null")).ToList();
        var read = Read($$"""{"mira_k":[{{string.Join(',', saved.Concat(unsaved))}}],"tom_b":[{{string.Join(',', saved.Concat(unsaved.Take(2)))}}]}""");
        var remark = Assert.Single(read.Problems);
        Assert.Equal((ProblemKind.OnlySavedWords, 3L, "mira_k"), (remark.Kind, remark.Count, remark.Conversation));
    }

    [Theory]
    [InlineData("STATUSSAVETOCAMERAROLL", MessageKind.Notice, MessageEvent.MediaSaved)]
    [InlineData("STATUSCONVERSATIONCAPTURESCREENSHOT", MessageKind.Notice, MessageEvent.ScreenshotTaken)]
    [InlineData("STATUSCALLMISSEDVIDEO", MessageKind.Call, MessageEvent.MissedCall)]
    [InlineData("STATUSERASEDSNAPMESSAGE", MessageKind.Deleted, MessageEvent.None)]
    [InlineData("STATUSOFTOMORROW", MessageKind.Notice, MessageEvent.None)]
    public void The_name_of_a_status_says_what_happened(string type, MessageKind kind, MessageEvent happened)
    {
        var read = Read($$"""{"mira_k":[{"From":"mira_k","Media Type":"{{type}}","Created":"2024-05-02 18:19:00 UTC","Content":null,"IsSender":false}]}""");
        var message = read.Messages.Single();
        Assert.Equal((kind, happened), (message.Kind, message.Event));
        Assert.Equal(kind == MessageKind.Deleted ? null : type, message.Text);
    }

    [Fact]
    public void A_picture_that_a_record_names_by_its_id_gets_the_name_of_its_file()
    {
        var read = new ConversationCollector();
        const string Record = """{"From":"mira_k","Media Type":"MEDIA","Created":"2024-05-02 18:19:00 UTC","Content":null,"IsSender":false,"Media IDs":"b~AAAA | b~BBBB"}""";
        ExportSet.Open(
            [
                File("my/json/chat_history.json", $$"""{"mira_k":[{{Record}}]}"""),
                ExportFile.FromBytes("my/chat_media/2024-05-02_b~AAAA.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF"u8, 0]),
                ExportFile.FromBytes("elsewhere/2024-05-02_b~BBBB.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF"u8, 0]),
            ],
            new ReadingOptions()).Read(read);
        Assert.Equal(["chat_media/2024-05-02_b~AAAA.jpg", "b~BBBB"], read.Conversations.Single().Messages.Single().Media);
    }
}
