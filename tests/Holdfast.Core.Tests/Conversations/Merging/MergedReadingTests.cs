using Holdfast.Conversations;
using Holdfast.Conversations.Merging;

namespace Holdfast.Core.Tests.Conversations.Merging;

/// <summary>A chat that stands in two files is told once; two chats are never taken for one.</summary>
public sealed class MergedReadingTests
{
    private static readonly string[] Wall =
    [
        "2024-06-10T08:13|Lena|hello you", "2024-06-10T08:14|Robin|who is this?", "2024-06-10T08:15|Lena|ok", "2024-06-10T08:15|Lena|ok",
        "2024-06-10T08:17|Robin|ok", "2024-06-10T08:20|Lena|pay by tonight",
    ];

    private static readonly string[] Instants =
    [
        "2024-06-10T06:13:20.123Z|Lena|hello you", "2024-06-10T06:14:21.5Z|Robin|who is this?", "2024-06-10T06:15:01Z|Lena|ok",
        "2024-06-10T06:15:59Z|Lena|ok", "2024-06-10T06:17:00Z|Robin|ok", "2024-06-10T06:20:20Z|Lena|pay by tonight",
    ];

    private static StrictSink Read(params (ScriptedReader Reader, ExportFile File)[] files)
    {
        var sink = new StrictSink();
        var runs = files.GroupBy(file => file.Reader)
            .Select(group => new ReadingRun(group.Key, new ReadingOptions(), [.. group.Select(file => file.File)])).ToList();
        MergedReading.Read(runs, sink);
        return sink;
    }

    private static (ScriptedReader, ExportFile) One(string format, string file, string? title, string? owner, params string[] lines)
    {
        var reader = new ScriptedReader(format);
        return (reader, reader.Add(file, title, owner, lines));
    }

    private static StrictSink ReadTwo(string format, Action<ScriptedReader, List<ExportFile>> fill)
    {
        var reader = new ScriptedReader(format);
        var files = new List<ExportFile>();
        fill(reader, files);
        return Read([.. files.Select(file => (reader, file))]);
    }

    private static long Dropped(StrictSink sink) =>
        sink.Problems.Where(problem => problem.Kind == ProblemKind.Duplicate).Sum(problem => problem.Count ?? 0);

    [Fact]
    public void One_file_of_a_kind_is_read_once_only()
    {
        var (first, file) = One("whatsapp-text", "a", "Lena", null, Wall);
        var (second, other) = One("telegram-json", "b", "Lena", null, Instants);
        var sink = Read((first, file), (second, other));
        Assert.Equal((1, 1, 2), (first.Reads, second.Reads, sink.Conversations.Count));
        Assert.Empty(sink.Problems);
    }

    [Fact]
    public void The_same_thread_as_JSON_and_as_a_page_is_one_whatever_the_zone_of_the_page()
    {
        var sink = Read(One("instagram-json", "a.json", "Lena", "Robin", Instants), One("instagram-html", "a.html", "Lena", null, Wall));
        var conversation = Assert.Single(sink.Conversations);
        Assert.Equal(("instagram-json", 6), (conversation.Header.Format, conversation.Messages.Count));
        Assert.All(conversation.Messages, message => Assert.Equal(TimeKnowledge.Instant, message.At.Knowledge));
        var problem = Assert.Single(sink.Problems);
        Assert.Equal((ProblemKind.Duplicate, "a.html", 6L), (problem.Kind, problem.File, problem.Count));
    }

    [Fact]
    public void The_order_of_the_files_decides_nothing()
    {
        var sink = Read(One("instagram-html", "a.html", "Lena", null, Wall), One("instagram-json", "a.json", "Lena", "Robin", Instants));
        Assert.All(Assert.Single(sink.Conversations).Messages, message => Assert.Equal(TimeKnowledge.Instant, message.At.Knowledge));
        Assert.Equal(6, Dropped(sink));
    }

    [Fact]
    public void A_clock_that_is_off_by_odd_minutes_shows_another_chat()
    {
        var other = Wall.Select(line => line.Replace("T08:", "T09:", StringComparison.Ordinal).Replace(":1", ":2", StringComparison.Ordinal)).ToArray();
        var sink = Read(One("instagram-json", "a.json", "Lena", "Robin", Instants), One("instagram-html", "a.html", "Lena", null,
            [.. other.Select(line => "2024-06-10T08:" + (int.Parse(line[14..16], null) + 7).ToString("00", null) + line[16..])]));
        Assert.Equal(2, sink.Conversations.Count);
        Assert.Empty(sink.Problems);
    }

    [Fact]
    public void Summer_time_in_the_middle_of_a_chat_hides_no_record()
    {
        string[] instants =
        [
            "2024-03-30T10:00:00Z|Lena|hello you", "2024-03-30T10:01:00Z|Robin|who is this?", "2024-03-30T10:02:00Z|Lena|a friend",
            "2024-04-01T10:00:00Z|Lena|one more", "2024-04-01T10:05:00Z|Robin|please stop",
        ];
        string[] wall =
        [
            "2024-03-30T11:00|Lena|hello you", "2024-03-30T11:01|Robin|who is this?", "2024-03-30T11:02|Lena|a friend",
            "2024-04-01T12:00|Lena|one more", "2024-04-01T12:05|Robin|please stop",
        ];
        var sink = Read(One("instagram-json", "a.json", "Lena", "Robin", instants), One("instagram-html", "a.html", "Lena", null, wall));
        Assert.Equal((5, 5L), (Assert.Single(sink.Conversations).Messages.Count, Dropped(sink)));
    }

    [Fact]
    public void A_later_export_adds_what_is_new_and_an_earlier_one_what_was_lost()
    {
        var sink = ReadTwo("whatsapp-text", (reader, files) =>
        {
            files.Add(reader.Add("later", "Lena", "Robin", [.. Wall[2..], "2024-06-11T09:00|Robin|no"]));
            files.Add(reader.Add("earlier", "Lena", "Robin", Wall));
        });
        var conversation = Assert.Single(sink.Conversations);
        Assert.Equal([.. Wall.Select(line => line.Split('|')[2]), "no"], conversation.Messages.Select(message => message.Text));
        Assert.Equal(4, Dropped(sink));
        Assert.Equal(["Lena", "Robin"], conversation.Footer.Participants.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Three_exports_of_a_chat_become_one()
    {
        var sink = ReadTwo("whatsapp-text", (reader, files) =>
        {
            files.Add(reader.Add("one", "Lena", "Robin", Wall[..4]));
            files.Add(reader.Add("two", "Lena", "Robin", Wall[1..5]));
            files.Add(reader.Add("three", "Lena", "Robin", Wall[2..]));
        });
        Assert.Equal(Wall.Select(line => line.Split('|')[2]), Assert.Single(sink.Conversations).Messages.Select(message => message.Text));
        Assert.Equal(6, Dropped(sink));
    }

    [Fact]
    public void Two_equal_messages_of_one_export_stay_two_when_the_other_has_only_one()
    {
        var sink = ReadTwo("whatsapp-text", (reader, files) =>
        {
            files.Add(reader.Add("one", "Lena", "Robin", Wall));
            files.Add(reader.Add("two", "Lena", "Robin", [.. Wall[..3], .. Wall[4..]]));
        });
        Assert.Equal((6, 5L), (Assert.Single(sink.Conversations).Messages.Count, Dropped(sink)));
    }

    [Fact]
    public void The_same_words_to_two_people_in_one_minute_are_two_messages()
    {
        string[] toBoth = ["2024-06-10T08:13|Robin|hi", "2024-06-10T08:14|Robin|are you there?", "2024-06-10T08:15|Robin|please answer", "2024-06-10T08:16|Robin|ok"];
        foreach (var title in new[] { "Ada", "Lena" })
        {
            foreach (var owner in new[] { "Robin", null })
            {
                var sink = ReadTwo("whatsapp-text", (reader, files) =>
                {
                    files.Add(reader.Add("one", "Lena", owner, [.. toBoth, "2024-06-10T09:00|Lena|yes"]));
                    files.Add(reader.Add("two", title, owner, [.. toBoth, $"2024-06-10T09:01|{title}|what?"]));
                });
                Assert.Equal((2, 10), (sink.Conversations.Count, sink.Messages.Count()));
                Assert.Empty(sink.Problems);
            }
        }
    }

    [Fact]
    public void Two_chats_with_ids_of_their_own_are_two_though_all_else_is_equal()
    {
        var sink = ReadTwo("telegram-json", (reader, files) =>
        {
            files.Add(reader.Add("one", new ConversationHeader("telegram-json") { Title = "Lena", Id = "1" }, Wall));
            files.Add(reader.Add("two", new ConversationHeader("telegram-json") { Title = "Lena", Id = "2" }, Wall));
        });
        Assert.Equal((2, 12, 0), (sink.Conversations.Count, sink.Messages.Count(), sink.Problems.Count));
    }

    [Fact]
    public void Two_exports_with_one_id_are_one_chat_though_no_record_is_in_both()
    {
        var sink = ReadTwo("telegram-json", (reader, files) =>
        {
            files.Add(reader.Add("two", new ConversationHeader("telegram-json") { Title = "Lena", Id = "1" }, Instants[3..]));
            files.Add(reader.Add("one", new ConversationHeader("telegram-json") { Title = "Lena", Id = "1" }, Instants[..3]));
        });
        Assert.Equal(Instants.Select(line => line.Split('|')[2]), Assert.Single(sink.Conversations).Messages.Select(message => message.Text));
        Assert.Empty(sink.Problems);
    }

    [Fact]
    public void The_id_of_a_record_decides_and_edited_words_are_kept_beside_the_first()
    {
        string[] one = ["2024-06-10T06:13:00Z|Lena|ok|5", "2024-06-10T06:13:00Z|Lena|ok|6", "2024-06-10T06:14:00Z|Lena|pay 200|7"];
        string[] two = ["2024-06-10T06:13:00Z|Lena|ok|6", "2024-06-10T06:13:00Z|Lena|ok|8", "2024-06-10T06:14:00Z|Lena|pay 900|7"];
        var sink = ReadTwo("telegram-json", (reader, files) =>
        {
            files.Add(reader.Add("one", new ConversationHeader("telegram-json") { Id = "1" }, one));
            files.Add(reader.Add("two", new ConversationHeader("telegram-json") { Id = "1" }, two));
        });
        var messages = Assert.Single(sink.Conversations).Messages;
        Assert.Equal(["5", "6", "7", "7", "8"], messages.Select(message => message.Id).Order(StringComparer.Ordinal));
        Assert.Equal(["pay 200", "pay 900"], messages.Where(message => message.Id == "7").Select(message => message.Text).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_pasted_part_of_a_chat_is_that_part()
    {
        var sink = Read(One("whatsapp-text", "chat", "Lena", "Robin", Wall), One("plain-text", "note", null, null, Wall[1..4]));
        Assert.Equal((6, 3L), (Assert.Single(sink.Conversations).Messages.Count, Dropped(sink)));
    }

    [Fact]
    public void A_note_that_quotes_one_message_stays_a_note()
    {
        var sink = Read(One("whatsapp-text", "chat", "Lena", "Robin", Wall), One("plain-text", "note", null, null, Wall[0], "2024-06-10T08:14|Zoe|help"));
        Assert.Equal((2, 8), (sink.Conversations.Count, sink.Messages.Count()));
    }

    [Fact]
    public void Text_that_is_cleaned_or_written_in_bytes_in_one_form_is_the_same_text()
    {
        string[] one = ["2024-06-10T08:13|Lena|\u200Ecaf\u00E9  at\u00A0five", "2024-06-10T08:14|Robin|yes \u2764\uFE0F\n", "2024-06-10T08:15|Lena|good"];
        string[] two = ["2024-06-10T08:13|Lena|caf\u00C3\u00A9 at five", "2024-06-10T08:14|Robin|yes \u2764", "2024-06-10T08:15|Lena|good"];
        var sink = ReadTwo("messenger-json", (reader, files) =>
        {
            files.Add(reader.Add("one", "Lena", "Robin", one));
            files.Add(reader.Add("two", "Lena", "Robin", two));
        });
        Assert.Equal((3, 3L), (sink.Messages.Count(), Dropped(sink)));
    }

    [Fact]
    public void Of_two_copies_the_one_with_a_reaction_is_kept()
    {
        var sink = ReadTwo("messenger-json", (reader, files) =>
        {
            files.Add(reader.Add("one", "Lena", "Robin", Instants));
            files.Add(reader.Add("two", "Lena", "Robin", Instants));
            reader.Change("two", message => message.Text == "pay by tonight"
                ? new Message { At = message.At, From = message.From, Text = message.Text, File = message.File, Reactions = [new Reaction("Robin", "!")] }
                : message);
        });
        var messages = Assert.Single(sink.Conversations).Messages;
        Assert.Equal(6, messages.Count);
        Assert.Single(messages[^1].Reactions);
    }

    [Fact]
    public void A_picture_that_one_export_left_out_is_the_picture_that_the_other_names()
    {
        var sink = ReadTwo("whatsapp-text", (reader, files) =>
        {
            files.Add(reader.Add("one", "Lena", "Robin", [.. Wall, "2024-06-10T08:30|Lena|<Media omitted>"]));
            files.Add(reader.Add("two", "Lena", "Robin", [.. Wall, "2024-06-10T08:30|Lena|IMG-1.jpg (file attached)"]));
            reader.Change("one", message => Media(message, []));
            reader.Change("two", message => Media(message, ["IMG-1.jpg"]));
        });
        var messages = Assert.Single(sink.Conversations).Messages;
        Assert.Equal((7, 7L), (messages.Count, Dropped(sink)));
        Assert.Equal(["IMG-1.jpg"], messages[^1].Media);

        static Message Media(Message message, string[] names) => !message.Text!.Contains("ed", StringComparison.Ordinal) ? message
            : new Message { At = message.At, From = message.From, Text = message.Text, Kind = MessageKind.Media, Media = names, File = message.File };
    }

    [Fact]
    public void A_mail_by_itself_and_in_a_mailbox_is_one_mail()
    {
        string[] box = ["2024-06-10T06:13:00Z|Lena|first|a@x", "2024-06-10T06:14:00Z|Lena|second|b@x"];
        var sink = ReadTwo("email", (reader, files) =>
        {
            files.Add(reader.Add("b.eml", "second", null, box[1]));
            files.Add(reader.Add("forged.eml", "second", null, box[1].Replace("second", "other", StringComparison.Ordinal)));
            files.Add(reader.Add("all.mbox", null, null, box));
        });
        Assert.Equal(["other", "first", "second"], sink.Messages.Select(message => message.Text));
        var problem = Assert.Single(sink.Problems);
        Assert.Equal(("b.eml", 1L), (problem.File, problem.Count));
    }

    [Fact]
    public void More_that_is_new_than_memory_should_hold_follows_as_a_conversation_of_the_same_title()
    {
        var many = Enumerable.Range(0, 20_100).Select(i => $"{new DateTime(2024, 6, 11).AddMinutes(i):s}|{(i % 2 == 0 ? "Lena" : "Robin")}|message {i}").ToArray();
        var longer = Enumerable.Range(0, 20_200).Select(i => $"{new DateTime(2024, 1, 1).AddMinutes(i):s}|{(i % 2 == 0 ? "Lena" : "Robin")}|before {i}").ToArray();
        var sink = ReadTwo("whatsapp-text", (reader, files) =>
        {
            files.Add(reader.Add("one", "Lena", "Robin", [.. longer, .. Wall]));
            files.Add(reader.Add("two", "Lena", "Robin", [.. Wall, .. many]));
        });
        Assert.Equal(["Lena", "Lena"], sink.Conversations.Select(conversation => conversation.Header.Title));
        Assert.Equal(20_100 + 20_200 + 6, sink.Messages.Count());
        Assert.Equal(100, sink.Conversations[1].Messages.Count);
    }

    [Fact]
    public void Nothing_is_lost_when_a_file_has_changed_between_the_looks()
    {
        var (reader, file) = One("instagram-json", "a.json", "Lena", "Robin", Instants);
        var changing = new ChangingReader("instagram-html");
        var page = changing.Inner.Add("a.html", "Lena", null, Wall);
        changing.Inner.Add("later", "Lena", null, [.. Wall.Select(line => line + " changed")]);
        var sink = new StrictSink();
        MergedReading.Read([new ReadingRun(reader, new ReadingOptions(), [file]), new ReadingRun(changing, new ReadingOptions(), [page])], sink);
        Assert.Equal(12, sink.Messages.Count());
    }

    /// <summary>Gives something else at the second look.</summary>
    private sealed class ChangingReader(string format) : IExportReader
    {
        private int _reads;

        internal ScriptedReader Inner { get; } = new(format);

        public string Format => format;

        public bool Recognises(ExportHead head) => true;

        public void Read(IReadOnlyList<ExportFile> files, ReadingOptions options, IConversationSink sink) =>
            Inner.Read(_reads++ == 0 ? files : [ExportFile.FromBytes("later", [])], options, sink);
    }
}
