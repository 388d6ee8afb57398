window.YTD.mute.part0 = [ { "muting" : { "accountId" : "6006", "userLink" : "https://twitter.com/intent/user?user_id=6006" } } ]
