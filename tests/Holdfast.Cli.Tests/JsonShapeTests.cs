using System.Text.Json;

namespace Holdfast.Cli.Tests;

/// <summary>The JSON of each verb has the fields that docs/json.md describes, of the kinds it says.</summary>
public sealed class JsonShapeTests : IDisposable
{
    private readonly TestCase _case = new();

    public void Dispose() => _case.Dispose();

    private static string[] Fields(JsonElement element) => [.. element.EnumerateObject().Select(field => field.Name)];

    private static void Has(JsonElement element, params string[] fields) => Assert.Superset(fields.ToHashSet(), Fields(element).ToHashSet());

    [Fact]
    public void Read_gives_conversations_and_problems()
    {
        var run = HoldfastProcess.Start("read", _case.Write("WhatsApp Chat with Lena.txt", TestCase.Chat), _case.Write("p.jpg", TestCase.Picture), "--json");
        Assert.Equal(["conversations", "contacts", "openQuestions", "problems"], Fields(run.Json));
        var conversation = Assert.Single(run.Json.GetProperty("conversations").EnumerateArray());
        Has(conversation, "format", "title", "messages", "owner", "participants", "dates");
        Assert.Equal("whatsapp-text", conversation.GetProperty("format").GetString());
        Assert.Equal("Lena", conversation.GetProperty("title").GetString());
        Assert.Equal("Robin", conversation.GetProperty("owner").GetString());
        Assert.Equal(["Lena", "Robin"], conversation.GetProperty("participants").EnumerateArray().Select(name => name.GetString()));
        Assert.Equal("dmy", conversation.GetProperty("dates").GetProperty("order").GetString());
        var messages = conversation.GetProperty("messages").EnumerateArray().ToList();
        Assert.Equal(["text", "text", "text", "text", "deleted"], messages.Select(message => message.GetProperty("kind").GetString()));
        Assert.All(messages, message => Has(message, "at", "from", "kind", "text", "media", "source"));
        Assert.Equal("2024-02-21T13:05:00", messages[0].GetProperty("at").GetString());
        Assert.Equal(1, messages[0].GetProperty("source").GetProperty("line").GetInt32());
        var problem = Assert.Single(run.Json.GetProperty("problems").EnumerateArray());
        Has(problem, "file", "line", "kind", "why");
        Assert.Equal(("p.jpg", "picture-not-read", JsonValueKind.Null), (
            problem.GetProperty("file").GetString(), problem.GetProperty("kind").GetString(), problem.GetProperty("line").ValueKind));
    }

    [Fact]
    public void Check_gives_how_many_asked_at_once_and_when()
    {
        var path = _case.Write("follow_requests_you've_received.json", TestCase.Requests);
        var answer = HoldfastProcess.Start("check", path, "--json").Json;
        Assert.Equal("caution", answer.GetProperty("verdict").GetString());
        var sign = Assert.Single(answer.GetProperty("signs").EnumerateArray());
        Has(sign, "id", "strength", "occurrences", "quotes", "requests");
        var requests = sign.GetProperty("requests");
        Has(requests, "format", "relation", "count", "from", "to", "usual", "file");
        Assert.Equal(("request-received", 9, 1), (
            requests.GetProperty("relation").GetString(), requests.GetProperty("count").GetInt32(), requests.GetProperty("usual").GetInt32()));
        Assert.Contains("9 accounts between", HoldfastProcess.Start("check", path, "--lang", "en").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Times_keep_their_offset_or_lack_of_it_and_unknown_ones_are_null()
    {
        _case.Write("mail.eml", "From: Ada <ada@example.com>\r\nDate: Tue, 02 Jan 2024 03:04:00 +0100\r\nSubject: hello\r\n\r\nwords\r\n");
        _case.Write("note.txt", "a note of my own\nof two lines\n");
        _case.Write("chat.txt", TestCase.Harmless);
        var run = HoldfastProcess.Start("read", _case.Root, "--json");
        var times = run.Json.GetProperty("conversations").EnumerateArray()
            .ToDictionary(one => one.GetProperty("format").GetString()!, one => one.GetProperty("messages")[0].GetProperty("at").GetString());
        Assert.Equal("2024-01-02T03:04:00+01:00", times["email"]);
        Assert.Null(times["plain-text"]);
        Assert.Equal("2024-02-21T13:05:00", times["whatsapp-text"]);
    }

    [Fact]
    public void Check_gives_the_verdict_and_the_words_that_show_it()
    {
        var path = _case.Write("chat.txt", TestCase.Chat);
        var answer = HoldfastProcess.Start("check", path, "--json").Json;
        Has(answer, "verdict", "form", "score", "languages", "signs", "demands", "identifiers", "stages", "next", "questions", "messages", "problems");
        Assert.Equal("blackmail", answer.GetProperty("verdict").GetString());
        Assert.Equal("shared-images", answer.GetProperty("form").GetString());
        Assert.InRange(answer.GetProperty("score").GetDouble(), 0.5, 1);
        Assert.Equal("en", answer.GetProperty("languages")[0].GetString());
        Assert.Equal(5, answer.GetProperty("messages").GetInt32());
        var read = HoldfastProcess.Start("read", path, "--json").Json;
        Assert.All(answer.GetProperty("signs").EnumerateArray(), sign =>
        {
            Has(sign, "id", "strength", "occurrences", "quotes");
            Assert.InRange(sign.GetProperty("strength").GetDouble(), 0, 1);
            Assert.All(sign.GetProperty("quotes").EnumerateArray(), quote => IsIn(read, quote));
        });
        var demand = answer.GetProperty("demands")[0];
        Has(demand, "kind", "amount", "currency", "rail", "deadline", "quotes");
        Assert.Equal((400m, "USD"), (demand.GetProperty("amount").GetDecimal(), demand.GetProperty("currency").GetString()));
        var phone = answer.GetProperty("identifiers").EnumerateArray().Single(found => found.GetProperty("kind").GetString() == "phone");
        Has(phone, "kind", "seen", "value", "checksOut", "writtenByOwner", "occurrences", "quotes");
        Assert.Equal(("+44 7700 900123", "+447700900123"), (phone.GetProperty("seen").GetString(), phone.GetProperty("value").GetString()));
        Assert.All(phone.GetProperty("quotes").EnumerateArray(), quote => IsIn(read, quote));
        Assert.All(answer.GetProperty("stages").EnumerateArray(), stage => Has(stage, "stage", "at"));
        Assert.Equal(["pause", "do-not-pay"], answer.GetProperty("next").EnumerateArray().Take(2).Select(step => step.GetString()));
    }

    private static void IsIn(JsonElement read, JsonElement quote)
    {
        Has(quote, "conversation", "message", "start", "length", "text", "from", "at", "file");
        var text = read.GetProperty("conversations")[quote.GetProperty("conversation").GetInt32()]
            .GetProperty("messages")[quote.GetProperty("message").GetInt32()].GetProperty("text").GetString()!;
        Assert.Equal(text.Substring(quote.GetProperty("start").GetInt32(), quote.GetProperty("length").GetInt32()), quote.GetProperty("text").GetString());
    }

    [Fact]
    public void Plan_gives_steps_with_their_reasons_and_who_helps()
    {
        var plan = HoldfastProcess.Start("plan", "--verdict", "blackmail", "--form", "shared-images", "--country", "gb", "--age", "15", "--json").Json;
        Has(plan, "verdict", "form", "country", "language", "crisis", "opening", "steps", "warnings", "later", "questions");
        Assert.Equal(("GB", "en"), (plan.GetProperty("country").GetString(), plan.GetProperty("language").GetString()));
        Assert.NotEmpty(plan.GetProperty("steps").EnumerateArray());
        Assert.All(plan.GetProperty("steps").EnumerateArray(), step => Has(step, "id", "title", "actions", "why", "contacts"));
        var contact = plan.GetProperty("steps").EnumerateArray().SelectMany(step => step.GetProperty("contacts").EnumerateArray()).First();
        Has(contact, "id", "name", "purpose", "channels", "source", "checked", "confidence");
    }

    [Fact]
    public void The_answer_of_check_is_what_plan_takes()
    {
        var path = _case.Write("chat.txt", TestCase.Chat);
        var answer = HoldfastProcess.Start("check", path, "--json").OutBytes;
        var fromFile = HoldfastProcess.Start("plan", "--check", _case.Write("answer.json", answer), "--country", "IT", "--lang", "it", "--json");
        var fromInput = HoldfastProcess.WithInput(answer, "plan", "--check", "-", "--country", "IT", "--lang", "it", "--json");
        var direct = HoldfastProcess.Start("plan", path, "--country", "IT", "--lang", "it", "--json");
        Assert.Equal(direct.Out, fromFile.Out);
        Assert.Equal(direct.Out, fromInput.Out);
        Assert.Equal("it", direct.Json.GetProperty("language").GetString());
    }

    [Fact]
    public void Pack_and_verify_say_what_was_made_and_whether_it_is_whole()
    {
        var pack = HoldfastProcess.Start("pack", _case.Write("chat.txt", TestCase.Chat), _case.Write("p.jpg", TestCase.Picture), "--safe", "none.jpg", "--out", _case.Folder("out"), "--json").Json;
        Has(pack, "pack", "file", "slip", "seal", "key", "zip", "partial", "copied", "withheld", "unusedSafeNames", "problems");
        Assert.Equal((1, 1, "none.jpg"), (pack.GetProperty("copied").GetInt32(), pack.GetProperty("withheld").GetInt32(), pack.GetProperty("unusedSafeNames")[0].GetString()));
        var verified = HoldfastProcess.Start("verify", pack.GetProperty("file").GetString()!, "--slip", pack.GetProperty("slip").GetString()!, "--json").Json;
        Has(verified, "input", "valid", "layer", "layers", "facts");
        Assert.True(verified.GetProperty("valid").GetBoolean());
        Assert.Equal(JsonValueKind.Null, verified.GetProperty("layer").ValueKind);
        Assert.All(verified.GetProperty("layers").EnumerateArray(), layer => Has(layer, "layer", "state", "objections"));
        var facts = verified.GetProperty("facts");
        Has(facts, "pack", "partial", "tool", "seal", "key", "zip", "copied", "withheld", "custodyEntries", "signedAt", "stampedAt", "stampAuthority", "timeStamped");
        foreach (var name in new[] { "pack", "seal", "key", "zip", "copied", "withheld", "partial" })
            Assert.Equal(pack.GetProperty(name).ToString(), facts.GetProperty(name).ToString());
        var not = HoldfastProcess.Start("verify", _case["chat.txt"], "--json").Json;
        Assert.Equal(("archive", "not-a-zip", false), (not.GetProperty("layer").GetString(), not.GetProperty("notAPack").GetString(), not.GetProperty("valid").GetBoolean()));
    }

    [Fact]
    public void Every_field_that_is_printed_is_described()
    {
        var chat = _case.Write("chat.txt", TestCase.Chat);
        var mail = _case.Write("mail.eml", "From: Ada <ada@example.com>\r\nDate: Tue, 02 Jan 2024 03:04:00 +0100\r\nSubject: i have your nudes, pay\r\n\r\ncard 4111 1111 1111 1111\r\n");
        var pack = HoldfastProcess.Start("pack", chat, mail, "--out", _case.Folder("out"), "--json").Json;
        JsonElement[] printed =
        [
            pack,
            HoldfastProcess.Start("read", chat, mail, "--json").Json,
            HoldfastProcess.Start("check", chat, mail, "--json").Json,
            HoldfastProcess.Start("check", mail, "--jsonl").Lines[0],
            HoldfastProcess.Start("check", _case.Write("requests.json", TestCase.Requests), "--json").Json,
            HoldfastProcess.Start("timeline", _case.Write("open.txt", AnswerTests.Open), mail, "--json").Json,
            HoldfastProcess.Start("plan", "--verdict", "bluff", "--country", "US", "--json").Json,
            HoldfastProcess.Start("verify", pack.GetProperty("file").GetString()!, "--json").Json,
        ];
        var document = File.ReadAllText(Path.Combine(Repository(), "docs", "json.md"));
        foreach (var name in printed.SelectMany(AllFields).Distinct())
            Assert.Contains($"`{name}`", document, StringComparison.Ordinal);
    }

    private static IEnumerable<string> AllFields(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(field => AllFields(field.Value).Prepend(field.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(AllFields),
        _ => [],
    };

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Holdfast.slnx")))
            folder = folder.Parent!;
        return folder.FullName;
    }
}
