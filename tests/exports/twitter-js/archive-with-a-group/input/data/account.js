window.YTD.account.part0 = [ { "account" : { "email" : "zoe@example.com", "username" : "zoe_owner", "accountId" : "1001", "createdAt" : "2015-01-01T00:00:00.000Z", "accountDisplayName" : "Zoe" } } ]
