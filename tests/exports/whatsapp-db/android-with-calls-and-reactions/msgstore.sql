-- Makes input/msgstore.db.
PRAGMA page_size = 512;
CREATE TABLE jid (_id INTEGER PRIMARY KEY AUTOINCREMENT, user TEXT NOT NULL, server TEXT NOT NULL, raw_string TEXT);
CREATE TABLE chat (_id INTEGER PRIMARY KEY AUTOINCREMENT, jid_row_id INTEGER UNIQUE, hidden INTEGER, subject TEXT, archived INTEGER);
CREATE TABLE message (_id INTEGER PRIMARY KEY AUTOINCREMENT, chat_row_id INTEGER NOT NULL, from_me INTEGER NOT NULL, key_id TEXT NOT NULL, sender_jid_row_id INTEGER, status INTEGER, timestamp INTEGER, message_type INTEGER, text_data TEXT);
CREATE TABLE message_media (message_row_id INTEGER PRIMARY KEY, file_path TEXT, media_name TEXT, mime_type TEXT, media_caption TEXT);
CREATE TABLE message_quoted (message_row_id INTEGER PRIMARY KEY AUTOINCREMENT, key_id TEXT, text_data TEXT);
CREATE TABLE message_vcard (_id INTEGER PRIMARY KEY AUTOINCREMENT, message_row_id INTEGER, vcard TEXT);
CREATE TABLE message_location (message_row_id INTEGER PRIMARY KEY, latitude REAL, longitude REAL, place_name TEXT, place_address TEXT, url TEXT);
CREATE TABLE message_edit_info (message_row_id INTEGER PRIMARY KEY, original_key_id TEXT, edited_timestamp INTEGER);
CREATE TABLE message_add_on (_id INTEGER PRIMARY KEY AUTOINCREMENT, parent_message_row_id INTEGER, from_me INTEGER, sender_jid_row_id INTEGER, message_add_on_type INTEGER);
CREATE TABLE message_add_on_reaction (message_add_on_row_id INTEGER PRIMARY KEY, reaction TEXT);
CREATE TABLE call_log (_id INTEGER PRIMARY KEY AUTOINCREMENT, jid_row_id INTEGER, from_me INTEGER, call_id TEXT, timestamp INTEGER, video_call INTEGER, duration INTEGER, call_result INTEGER);
CREATE TABLE message_call_log (message_row_id INTEGER, call_log_row_id INTEGER);
INSERT INTO jid VALUES (1, '447700900123', 's.whatsapp.net', '447700900123@s.whatsapp.net'), (2, '447700900456', 's.whatsapp.net', '447700900456@s.whatsapp.net'), (3, '447700900123-1700000000', 'g.us', '447700900123-1700000000@g.us');
INSERT INTO chat VALUES (1, 1, 0, NULL, 0), (2, 3, 0, 'Trip', 1);
INSERT INTO message VALUES
 (1, 0, 0, '-1', 0, -1, 0, -1, NULL),
 (2, 1, 0, 'K2', 0, 0, 1709280000123, 7, NULL),
 (3, 1, 0, 'K3', 0, 0, 1709280001000, 0, 'are you there 😀'),
 (4, 1, 1, 'K4', NULL, 13, 1709280060000, 0, 'yes'),
 (5, 1, 0, 'K5', 0, 0, 1709280050000, 1, NULL),
 (6, 1, 0, 'K6', 0, 0, 1709280070000, 4, 'Tom'),
 (7, 1, 0, 'K7', 0, 0, 1709280080000, 5, NULL),
 (8, 1, 0, 'K8', 0, 0, 1709280090000, 15, NULL),
 (9, 1, 0, 'K9', 0, 0, 1709280100000, 42, NULL),
 (10, 1, 0, 'K10', 0, 0, 1709280110000, 10, NULL),
 (11, 1, 1, 'K11', NULL, 13, 1709280120000, 0, 'the newer words'),
 (12, 1, 0, 'K12', 0, 0, 1709280130000, 66, 'where to?'),
 (13, 1, 0, 'K13', 0, 0, 1709280140000, 77, NULL),
 (14, 2, 0, 'K14', 2, 0, 1709280150000, 0, 'in the group'),
 (15, 2, 0, 'K15', 0, 0, 1709280160000, 0, 'nobody knows from whom'),
 (16, 1, 0, 'K16', 0, 0, 1709280170000, 0, NULL);
INSERT INTO message_media VALUES (5, 'Media/WhatsApp Images/IMG-1.jpg', NULL, 'image/jpeg', 'look'), (9, NULL, NULL, NULL, NULL);
INSERT INTO message_quoted VALUES (4, 'K3', 'are you there 😀');
INSERT INTO message_vcard VALUES (1, 6, 'BEGIN:VCARD' || char(10) || 'FN:Tom' || char(10) || 'END:VCARD');
INSERT INTO message_location VALUES (7, 48.5, 9.25, 'Market', 'Street 1', NULL);
INSERT INTO message_edit_info VALUES (11, 'K11', 1709280125000);
INSERT INTO message_add_on VALUES (1, 3, 1, NULL, 56), (2, 4, 0, 1, 56);
INSERT INTO message_add_on_reaction VALUES (1, '❤️'), (2, '😂');
INSERT INTO call_log VALUES (1, 1, 0, 'C1', 1709280110000, 0, 0, 2), (2, 1, 1, 'C2', 1709280115000, 1, 61, 5);
INSERT INTO message_call_log VALUES (10, 1);
