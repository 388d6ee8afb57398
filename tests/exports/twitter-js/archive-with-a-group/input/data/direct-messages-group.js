window.YTD.direct_messages_group.part0 = [
  { "dmConversation" : { "conversationId" : "3003", "messages" : [
    { "messageCreate" : { "reactions" : [ ], "urls" : [ ], "text" : "agenda", "mediaUrls" : [ ], "senderId" : "2002", "id" : "605", "createdAt" : "2024-03-06T09:15:00.120Z" } },
    { "participantsLeave" : { "userIds" : [ "4004" ], "createdAt" : "2024-03-06T09:10:00.000Z" } },
    { "participantsJoin" : { "initiatingUserId" : "1001", "userIds" : [ "4004" ], "createdAt" : "2024-03-06T09:00:00.000Z" } },
    { "conversationNameUpdate" : { "initiatingUserId" : "1001", "name" : "Hiking", "createdAt" : "2024-03-06T08:59:00.000Z" } },
    { "somethingNew" : { "senderId" : "2002", "what" : "unknown", "createdAt" : "2024-03-06T08:58:30.000Z" } },
    { "joinConversation" : { "initiatingUserId" : "2002", "participantsSnapshot" : [ "2002", "1001" ], "createdAt" : "2024-03-06T08:58:00.000Z" } }
  ] } }
]
