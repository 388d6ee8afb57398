window.YTD.direct_messages.part0 = [
  {
    "dmConversation" : {
      "conversationId" : "1001-2002",
      "messages" : [
        { "messageCreate" : { "recipientId" : "1001", "reactions" : [ { "senderId" : "1001", "reactionKey" : "sad", "eventId" : "9", "createdAt" : "2024-02-03T10:10:00.000Z" } ], "urls" : [ { "url" : "https://t.co/abcdefghij", "expanded" : "https://example.com/pay?a=1&b=2", "display" : "example.com/pay" } ], "text" : "pay here https://t.co/abcdefghij &lt;now&gt; &amp;amp;", "mediaUrls" : [ ], "senderId" : "2002", "id" : "504", "createdAt" : "2024-02-03T10:09:00.123Z", "editHistory" : [ { "createdAtSec" : "1706954900", "editedText" : "pay there" } ] } },
        { "messageCreate" : { "recipientId" : "1001", "reactions" : [ ], "urls" : [ { "url" : "https://t.co/mmmmmmmmmm", "expanded" : "https://twitter.com/messages/media/503", "display" : "pic.twitter.com/mmmmmmmmmm" } ], "text" : "you https://t.co/mmmmmmmmmm", "mediaUrls" : [ "https://ton.twitter.com/dm/503/777/AbC.jpg" ], "senderId" : "2002", "id" : "503", "createdAt" : "2024-02-03T10:08:00.000Z", "editHistory" : [ ] } },
        { "messageCreate" : { "recipientId" : "2002", "reactions" : [ ], "urls" : [ { "url" : "https://t.co/ssssssssss", "expanded" : "https://twitter.com/someone/status/1", "display" : "twitter.com/someone/status…" } ], "text" : "https://t.co/ssssssssss", "mediaUrls" : [ ], "senderId" : "1001", "id" : "502", "createdAt" : "2024-02-03T10:07:00.000Z", "editHistory" : [ ] } },
        { "messageCreate" : { "recipientId" : "1001", "reactions" : [ ], "urls" : [ ], "text" : "hi 👋", "mediaUrls" : [ ], "senderId" : "2002", "id" : "501", "createdAt" : "2024-02-03T10:06:00.000Z", "editHistory" : [ ] } }
      ]
    }
  }
]
