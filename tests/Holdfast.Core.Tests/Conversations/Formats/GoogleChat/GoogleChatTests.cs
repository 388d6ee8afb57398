using System.Text;
using Holdfast.Conversations;
using Holdfast.Conversations.Formats.GoogleChat;

namespace Holdfast.Core.Tests.Conversations.Formats.GoogleChat;

public sealed class GoogleChatTests
{
    private const string Message = """
        {"messages":[{"creator":{"name":"Mira","email":"mira@example.com"},"created_date":"Wednesday, June 12, 2024 at 6:13:00 AM UTC","text":"hi","topic_id":"t"}]}
        """;

    private static ExportFile File(string name, string text) => ExportFile.FromBytes(name, Encoding.UTF8.GetBytes(text));

    [Fact]
    public void The_owner_is_the_account_of_the_download_also_when_they_never_wrote()
    {
        var read = StrictSink.Read(new GoogleChatReader(), null, File("Groups/DM A/messages.json", Message),
            File("Users/User 1/user_info.json", """{"user":{"name":"Tom","email":"tom@example.com"},"membership_info":[]}"""));
        Assert.Equal(("Tom", 1.0), (read.Conversations[0].Owner, read.Conversations[0].Footer.OwnerConfidence));
        Assert.Empty(read.Problems);
    }

    [Fact]
    public void The_owner_is_the_one_whom_all_conversations_share_when_no_file_says_it()
    {
        const string First = """{"members":[{"name":"Mira","email":"mira@example.com","user_type":"Human"},{"name":"Tom","email":"tom@example.com","user_type":"Human"}]}""";
        var second = First.Replace("Mira", "Noa", StringComparison.Ordinal).Replace("mira@", "noa@", StringComparison.Ordinal);
        var read = StrictSink.Read(new GoogleChatReader(), null, File("Groups/DM A/messages.json", Message),
            File("Groups/DM A/group_info.json", First), File("Groups/DM B/group_info.json", second));
        Assert.Equal(("Tom", 0.9, "Mira"), (read.Conversations[0].Owner, read.Conversations[0].Footer.OwnerConfidence, read.Conversations[0].Header.Title));
    }

    [Fact]
    public void Files_about_people_alone_are_reported_as_holding_no_messages()
    {
        var read = StrictSink.Read(new GoogleChatReader(), """{"user":{"name":"Tom"},"membership_info":[]}""");
        Assert.Equal([ProblemKind.NoMessages], read.Problems.Select(p => p.Kind));
    }
}
