window.YTD.direct_messages.part1 = [
  { "dmConversation" : { "conversationId" : "1001-2002", "messages" : [
    { "messageCreate" : { "recipientId" : "1001", "text" : "older", "mediaUrls" : [ ], "senderId" : "2002", "id" : "500", "createdAt" : "2024-02-03T10:05:00.000Z" } }
  ] } }
]
