window.__THAR_CONFIG = { "userInfo" : { "accountId" : "1001", "userName" : "zoe_owner", "displayName" : "Zoe" } }
