namespace Holdfast.Core.Tests.Conversations.Formats.Twitter;

public sealed class TwitterReaderContract : ExportReaderContract
{
    protected override string Format => "twitter-js";

    protected override string SampleName => "data/direct-messages.js";

    protected override int Messages => 3;

    protected override string Sample => """
        window.YTD.direct_messages.part0 = [ { "dmConversation" : { "conversationId" : "1-2", "messages" : [
          { "messageCreate" : { "recipientId" : "1", "urls" : [ { "url" : "https://t.co/abcdefghij", "expanded" : "https://example.com/größer" } ],
            "text" : "pay https://t.co/abcdefghij &lt;now&gt;", "mediaUrls" : [ ], "senderId" : "2", "id" : "12", "createdAt" : "2024-02-03T10:09:00.123Z" } },
          { "messageCreate" : { "recipientId" : "2", "text" : "who is this?", "mediaUrls" : [ ], "senderId" : "1", "id" : "11",
            "createdAt" : "2024-02-03T10:08:00.000Z" } } ] } },
          { "dmConversation" : { "conversationId" : "33", "messages" : [
          { "participantsJoin" : { "initiatingUserId" : "1", "userIds" : [ "44" ], "createdAt" : "2024-03-06T09:00:00.000Z" } } ] } } ]
        """;
}
