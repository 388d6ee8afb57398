-- Makes input/main.db.
PRAGMA page_size = 512;
CREATE TABLE Accounts (id INTEGER NOT NULL PRIMARY KEY, is_permanent INTEGER, skypename TEXT, fullname TEXT);
CREATE TABLE Conversations (id INTEGER NOT NULL PRIMARY KEY, is_permanent INTEGER, identity TEXT, type INTEGER, displayname TEXT);
CREATE TABLE Messages (id INTEGER NOT NULL PRIMARY KEY, is_permanent INTEGER, convo_id INTEGER, chatname TEXT, author TEXT, from_dispname TEXT, guid BLOB, dialog_partner TEXT, timestamp INTEGER, type INTEGER, body_xml TEXT, edited_by TEXT, edited_timestamp INTEGER);
INSERT INTO Accounts VALUES (1, 1, 'sam.test', 'Sam');
INSERT INTO Conversations VALUES (10, 1, 'live:mira.test', 1, 'Mira'), (11, 1, '19:abc@thread.skype', 2, 'Trip');
INSERT INTO Messages VALUES
 (100, 1, 10, NULL, 'live:mira.test', 'Mira', X'0A0B', 'live:mira.test', 1400000000, 61, 'hello &lt;3 <ss type="smile">:)</ss>', NULL, NULL),
 (101, 1, 10, NULL, 'sam.test', 'Sam', X'0C0D', 'live:mira.test', 1400000010, 61, '<quote author="live:mira.test" authorname="Mira" timestamp="1400000000"><legacyquote>[12:00:00] Mira: </legacyquote>hello<legacyquote>&#10;&#10;&lt;&lt;&lt; </legacyquote></quote>hi', NULL, NULL),
 (102, 1, 10, NULL, 'live:mira.test', 'Mira', NULL, 'live:mira.test', 1400000005, 61, 'newer words', 'live:mira.test', 1400000020),
 (103, 1, 10, NULL, 'live:mira.test', 'Mira', NULL, 'live:mira.test', 1400000030, 61, '', 'live:mira.test', 1400000040),
 (104, 1, 10, NULL, 'live:mira.test', 'Mira', NULL, 'live:mira.test', 1400000050, 30, '<partlist><part identity="sam.test"><name>Sam</name></part></partlist>', NULL, NULL),
 (105, 1, 10, NULL, 'live:mira.test', 'Mira', NULL, 'live:mira.test', 1400000060, 68, '<files alt="sent a file"><file size="10" index="0">a.jpg</file></files>', NULL, NULL),
 (106, 1, 10, NULL, 'live:mira.test', 'Mira', NULL, 'live:mira.test', 1399999000, 50, 'please add me', NULL, NULL),
 (107, 1, 11, NULL, 'tom.test', NULL, NULL, NULL, 1400000070, 10, NULL, NULL, NULL),
 (108, 1, 11, NULL, 'tom.test', NULL, NULL, NULL, 1400000080, 999, 'something new', NULL, NULL),
 (109, 1, 11, NULL, 'tom.test', NULL, NULL, NULL, 1400000090, 61, NULL, NULL, NULL);
