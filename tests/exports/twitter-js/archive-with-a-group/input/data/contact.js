window.YTD.contact.part0 = [ { "contact" : { "id" : "77", "emails" : [ ], "phoneNumbers" : [ "+44 7700 900123" ] } } ]
