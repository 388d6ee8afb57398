using Holdfast.Conversations;
using Holdfast.Conversations.Formats.Hangouts;

namespace Holdfast.Core.Tests.Conversations.Formats.Hangouts;

public sealed class HangoutsTests
{
    private const string Export = """
        {"conversation_state":[{"conversation_state":{"conversation":{"id":{"id":"Ug1"},"self_conversation_state":{"self_read_state":{"participant_id":{"chat_id":"1"}}},
        "participant_data":[{"id":{"chat_id":"1"}},{"id":{"chat_id":"2"},"fallback_name":"Mira"}]},"event":[
        {"conversation_id":{"id":"Ug1"},"sender_id":{"chat_id":"1"},"timestamp":"1433461103849000","chat_message":{"message_content":{"segment":[{"type":"TEXT","text":"hi"}]}}}]}}]}
        """;

    [Fact]
    public void The_older_shape_of_the_file_is_read_too()
    {
        var read = StrictSink.Read(new HangoutsReader(), Export);
        Assert.Equal(("Ug1", "Mira"), (read.Conversations[0].Header.Id, read.Conversations[0].Header.Title));
        Assert.Equal(("hi", "2015-06-04T23:38:23.849Z"), (read.Messages.Single().Text, read.Messages.Single().At.ToString()));
    }

    [Fact]
    public void An_owner_without_a_name_is_me()
    {
        Assert.Equal(("Me", "Me"), Owner(null));
        Assert.Equal(("Tom", "Tom"), Owner(new ReadingOptions { Me = ["Tom"] }));

        static (string?, string?) Owner(ReadingOptions? options)
        {
            var read = StrictSink.Read(new HangoutsReader(), Export, options);
            return (read.Conversations[0].Owner, read.Messages.Single().From);
        }
    }
}
