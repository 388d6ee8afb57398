using System.Text;
using Holdfast.Conversations;
using Holdfast.Conversations.Formats.Meta;

namespace Holdfast.Core.Tests.Conversations.Formats.Meta;

/// <summary>When the files of a download must be compared with each other, and when reading them once is enough.</summary>
public sealed class MetaDownloadTests
{
    private const string One = """{"sender_name":"Mira","timestamp_ms":1700000000000,"content":"hi"}""";
    private const string Two = """{"sender_name":"Ada","timestamp_ms":1700000060000,"content":"who are you?"}""";
    private const string People = """ "participants":[{"name":"Mira"},{"name":"Ada"}], """;

    [Theory]
    [InlineData(1, "a/messages/inbox/mira_1/message_1.json", "a/messages/inbox/mira_1/message_2.json", "a/messages/inbox/ben_2/message_1.json")]
    [InlineData(1, "a/messages/inbox/mira_1/message_1.json", "a/personal_information/personal_information/personal_information.json")]
    [InlineData(2, "a/messages/inbox/mira_1/message_1.json", "b/messages/inbox/mira_1/message_1.json")]
    [InlineData(2, "a/messages/inbox/mira_1/message_1.json", "a/messages/inbox/mira_1/message_1.json")]
    [InlineData(2, "a/messages/inbox/mira_1/message_1.json", "a/messages/archived_threads/mira_1/message_1.json")]
    [InlineData(2, "a/messages/inbox/mira_1/message_1.json", "message_1.json")]
    [InlineData(2, "message_1.json", "message_2.json")]
    public void A_record_can_stand_twice_only_in_two_downloads_or_folders(int copies, params string[] names) =>
        Assert.Equal(copies, new InstagramJsonReader().MostCopies([.. names.Select(name => ExportFile.FromBytes(name, []))]));

    [Fact]
    public void A_file_that_is_cut_off_before_its_title_stays_with_its_conversation()
    {
        var sink = new StrictSink();
        ExportSet.Open(
            [
                File("messages/inbox/mira_1/message_1.json", $$"""{ {{People}} "messages":[{{Two}}],"title":"Mira"}"""),
                File("messages/inbox/mira_1/message_2.json", $$"""{ {{People}} "messages":[{{One}},"""),
            ],
            new ReadingOptions()).Read(sink);
        var chat = Assert.Single(sink.Conversations);
        Assert.Equal("Mira", chat.Header.Title);
        Assert.Equal(["hi", "who are you?"], chat.Messages.Select(message => message.Text));
        Assert.Contains(sink.Problems, problem => problem.Kind == ProblemKind.Truncated);
    }

    [Fact]
    public void A_conversation_in_two_folders_of_a_download_is_still_compared()
    {
        var sink = new StrictSink();
        ExportSet.Open(
            [
                File("messages/inbox/mira_1/message_1.json", $$"""{ {{People}} "messages":[{{Two}},{{One}}],"title":"Mira"}"""),
                File("messages/archived_threads/mira_1/message_1.json", $$"""{ {{People}} "messages":[{{One}}],"title":"Mira"}"""),
            ],
            new ReadingOptions()).Read(sink);
        Assert.Equal(2, sink.Conversations.Sum(chat => chat.Messages.Count));
    }

    private static ExportFile File(string name, string text) => ExportFile.FromBytes(name, Encoding.UTF8.GetBytes(text));
}
