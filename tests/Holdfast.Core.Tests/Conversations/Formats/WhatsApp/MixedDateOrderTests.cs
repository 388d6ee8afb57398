using Holdfast.Conversations;
using Holdfast.Conversations.Formats.WhatsApp;

namespace Holdfast.Core.Tests.Conversations.Formats.WhatsApp;

public sealed class MixedDateOrderTests
{
    [Fact]
    public void A_file_put_together_from_two_phones_loses_no_message_and_says_that_its_dates_are_unsure()
    {
        const string chat = "13/02/2026, 09:00 - Ada: one\n14/02/2026, 09:00 - Ben: two\n02/15/2026, 09:00 - Ada: three\n";
        var sink = new ConversationCollector();
        new WhatsAppTextReader().Read([ExportFile.FromBytes("chat.txt", System.Text.Encoding.UTF8.GetBytes(chat))], new ReadingOptions(), sink);
        var conversation = Assert.Single(sink.Conversations);
        Assert.Equal(["one", "two", "three"], conversation.Messages.Select(message => message.Text));
        Assert.Equal(new DateTime(2026, 2, 15, 9, 0, 0), conversation.Messages[2].At.Wall);
        Assert.Contains(sink.Problems, problem => problem.Kind == ProblemKind.DateOrderUnknown);
    }
}
