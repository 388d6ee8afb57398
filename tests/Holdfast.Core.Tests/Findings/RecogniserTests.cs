using CsCheck;
using Holdfast.Findings;
using Holdfast.Findings.Signs;

namespace Holdfast.Core.Tests.Findings;

/// <summary>How signs of a whole conversation become an answer: who speaks, how near together, and with which words.</summary>
public sealed class RecogniserTests
{
    private const string Leverage = "i have your nudes and screenshots of all your followers";
    private const string Threat = "if you dont pay me $400 i will send your pics to all your friends and family";

    private static TestTalk Blackmail() => new TestTalk().Say("Lena", "hi").Say("Robin", "hello").Say("Lena", Leverage).Say("Lena", Threat);

    [Fact]
    public void A_threat_with_a_demand_is_called_by_its_name()
    {
        var answer = Blackmail().Check(owner: "Robin");
        Assert.Equal((Verdict.Blackmail, BlackmailForm.SharedImages), (answer.Verdict, answer.Form));
        Assert.Empty(answer.Questions);
    }

    [Fact]
    public void What_the_person_who_asks_for_help_wrote_never_accuses()
    {
        Assert.Equal(Verdict.NoSigns, Blackmail().Check(owner: "Lena").Verdict);
        Assert.Empty(Blackmail().Check(owner: "Lena").Signs);
    }

    [Fact]
    public void The_same_holds_when_the_owner_is_known_only_at_the_end()
    {
        Assert.Equal(Verdict.Blackmail, Blackmail().Check(ownerAtTheEnd: "Robin").Verdict);
        Assert.Equal(Verdict.NoSigns, Blackmail().Check(ownerAtTheEnd: "Lena").Verdict);
    }

    [Fact]
    public void Where_nobody_knows_who_is_who_the_threat_still_counts_and_the_person_is_asked()
    {
        var answer = Blackmail().Check();
        Assert.Equal(Verdict.Blackmail, answer.Verdict);
        Assert.Contains("which-name-is-you", answer.Questions);
    }

    [Fact]
    public void Quoting_the_threat_to_ask_for_help_is_no_threat_of_the_person()
    {
        var answer = new TestTalk().Say("Robin", "she wrote: " + Threat).Say("Mum", "oh dear, we will find help").Check(owner: "Robin");
        Assert.NotEqual(Verdict.Blackmail, answer.Verdict);
    }

    [Fact]
    public void Signs_near_together_add_up_and_signs_years_apart_do_not()
    {
        static TestTalk Talk(TimeSpan pause) => new TestTalk().After(TimeSpan.Zero).Chatter(2).Say("Lena", "i have your nudes").After(pause).Say("Lena", "pay me $400 now");
        var near = Talk(TimeSpan.FromHours(1)).Check(owner: "Robin");
        var far = Talk(TimeSpan.FromDays(800)).Check(owner: "Robin");
        Assert.True(near.Score > far.Score, $"{near.Score} {far.Score}");
        Assert.True(near.Verdict == Verdict.Blackmail && far.Verdict != Verdict.Blackmail, $"{near.Verdict} {far.Verdict}");
    }

    [Fact]
    public void Signs_with_hundreds_of_messages_between_do_not_add_up_where_there_are_no_times()
    {
        static TestTalk Talk(int between) => new TestTalk().Chatter(2).Say("Lena", "i have your nudes").Chatter(between).Say("Lena", "pay me $400 now");
        Assert.True(Talk(10).Check(owner: "Robin").Score > Talk(400).Check(owner: "Robin").Score);
    }

    [Fact]
    public void A_threat_at_the_end_of_a_long_friendship_is_found_with_its_place()
    {
        var answer = new TestTalk().Chatter(3_000).Say("Lena", Leverage).Say("Lena", Threat).Chatter(3_000).Check(owner: "Robin");
        Assert.Equal(Verdict.Blackmail, answer.Verdict);
        Assert.Contains(answer.Signs.SelectMany(sign => sign.Quotes), quote => quote.Message == 3_001);
        Assert.All(answer.Signs.SelectMany(sign => sign.Quotes), quote => Assert.InRange(quote.Message, 3_000, 3_001));
    }

    [Fact]
    public void Of_several_conversations_the_worst_gives_the_answer_and_its_index()
    {
        var recogniser = new Recogniser(new RecogniserOptions());
        new TestTalk().Chatter(20).To(recogniser, "Robin");
        Blackmail().To(recogniser, "Robin");
        new TestTalk().Chatter(20).To(recogniser, "Robin");
        var answer = recogniser.Assess();
        Assert.Equal(Verdict.Blackmail, answer.Verdict);
        Assert.All(answer.Signs.SelectMany(sign => sign.Quotes), quote => Assert.Equal(1, quote.Conversation));
        Assert.Equal(44, recogniser.MessageCount);
    }

    [Fact]
    public void Nothing_at_all_gives_no_signs()
    {
        var answer = new Recogniser(new RecogniserOptions()).Assess();
        Assert.Equal(Verdict.NoSigns, answer.Verdict);
        Assert.Empty(answer.Signs);
    }

    [Fact]
    public void After_a_reset_nothing_of_the_last_input_is_left()
    {
        var recogniser = new Recogniser(new RecogniserOptions());
        Blackmail().Say("Lena", "scrivimi, non so che cosa fare con i soldi che hai: lena@example.com").To(recogniser, "Robin");
        Assert.NotEmpty(recogniser.Assess().Identifiers);
        recogniser.Reset();
        var harmless = new TestTalk().Chatter(4);
        harmless.To(recogniser, "Robin");
        var (again, fresh) = (recogniser.Assess(), harmless.Check("Robin"));
        Assert.Equal((fresh.Verdict, fresh.Score), (again.Verdict, again.Score));
        Assert.Empty(again.Signs);
        Assert.Empty(again.Identifiers);
        Assert.Empty(again.Demands);
        Assert.Equal(fresh.Languages, again.Languages);
        Assert.Equal(4, recogniser.MessageCount);
    }

    [Fact]
    public void The_threat_is_found_in_the_subject_of_a_mail_too()
    {
        var answer = new TestTalk().Say("x@example.com", "read the subject", subject: Threat).Check();
        var quote = answer.Signs.SelectMany(sign => sign.Quotes).First(one => one.IsInSubject);
        Assert.Equal(Threat.Substring(quote.Start, quote.Length), quote.Text);
    }

    [Fact]
    public void Amount_way_and_deadline_of_a_demand_are_joined_from_messages_that_follow()
    {
        var answer = new TestTalk().Chatter(2).Say("Lena", Leverage).Say("Lena", Threat).Say("Robin", "please no").Say("Lena", "steam gift card, you have 2 hours").Check("Robin");
        var demand = Assert.Single(answer.Demands);
        Assert.Equal((400m, "USD", "money"), (demand.Amount, demand.Currency, demand.Kind));
        Assert.NotNull(demand.Rail);
        Assert.Contains("2 hours", demand.Deadline, StringComparison.Ordinal);
    }

    [Fact]
    public void The_second_demand_stands_after_the_first()
    {
        var answer = Blackmail().Say("Lena", "now send another $250 or i post everything").Check("Robin");
        Assert.Equal([400m, 250m], answer.Demands.Select(demand => demand.Amount));
    }

    [Fact]
    public void What_the_person_offers_is_no_demand()
    {
        var answer = Blackmail().Say("Robin", "i can pay $50 today, i send you the money").Check("Robin");
        Assert.DoesNotContain(answer.Demands, demand => demand.Amount == 50);
    }

    [Fact]
    public void An_account_of_the_person_is_told_from_those_of_the_other_side()
    {
        var talk = Blackmail().Say("Robin", "my mail is robin@example.com").Say("Lena", "mine is lena@example.com");
        foreach (var answer in new[] { talk.Check(owner: "Robin"), talk.Check(ownerAtTheEnd: "Robin") })
        {
            Assert.Equal(
                [("lena@example.com", false), ("robin@example.com", true)],
                answer.Identifiers.Where(found => found.Kind == "email").Select(found => (found.Value, found.WrittenByOwner)));
        }
    }

    [Fact]
    public void All_occurrences_are_counted_and_only_the_first_quotes_kept()
    {
        var talk = Blackmail();
        for (var i = 0; i < 40; i++)
            talk.Say("Lena", "write to lena@example.com");
        var found = Assert.Single(talk.Check("Robin").Identifiers);
        Assert.Equal((40, 12), (found.Occurrences, found.Quotes.Count));
    }

    [Theory]
    [InlineData("en", Threat)]
    [InlineData("it", "se non mi paghi 300 euro mando le tue foto a tutti i tuoi amici")]
    public void The_language_of_the_text_is_told(string language, string text) =>
        Assert.Equal(language, new TestTalk().Say("Lena", text).Check().Languages[0]);

    [Fact]
    public void No_text_breaks_the_recogniser_and_every_quote_is_a_piece_of_its_text()
    {
        var sentences = SignCatalog.Default.Signs.SelectMany(sign => sign.Examples).Select(example => example.Text).ToArray();
        var odd = Gen.OneOf(Gen.Char['\uD800', '\uDFFF'], Gen.Char["\u200B\u0301\0\n.!'$@0123456789é"], Gen.Char);
        var text = Gen.OneOf(
            Gen.String[odd, 0, 60],
            Gen.Int[0, sentences.Length - 1].Select(i => sentences[i]),
            Gen.Select(Gen.Int[0, sentences.Length - 1], Gen.Int[0, 200], Gen.String[odd, 0, 6], (i, at, mark) => sentences[i].Insert(Math.Min(at, sentences[i].Length), mark)),
            Gen.Select(Gen.Int[0, sentences.Length - 1], Gen.Int[0, sentences.Length - 1], Gen.String[odd, 0, 3], (i, j, mark) => sentences[i] + mark + sentences[j]));
        var from = Gen.Int[0, 3].Select(i => new[] { null, "Lena", "Robin", "+44 7700 900123" }[i]);
        var recogniser = new Recogniser(new RecogniserOptions());
        Gen.Select(Gen.Select(from, text, Gen.Bool).Array[0, 10], from).Sample(
            (lines, owner) =>
            {
                var talk = new TestTalk();
                foreach (var (speaker, words, isSubject) in lines)
                    talk.Say(speaker, words, isSubject ? words : null);
                recogniser.Reset();
                talk.To(recogniser, owner);
                var answer = recogniser.Assess();
                Assert.InRange(answer.Score, 0, 1);
                var exact = answer.Signs.SelectMany(sign => sign.Quotes).Concat(answer.Demands.SelectMany(demand => demand.Quotes))
                    .Concat(answer.Stages.Select(stage => stage.Quote).OfType<Quote>());
                Assert.All(exact, quote => Assert.Equal(Whole(quote).Substring(quote.Start, quote.Length), quote.Text));
                Assert.All(exact, quote => Assert.Same(talk.Messages[(int)quote.Message], quote.Source));
                foreach (var found in answer.Identifiers.Where(found => found.Kind != "card"))
                {
                    // Those that stand in the sender's name have no place in the text.
                    Assert.All(found.Quotes.Where(quote => quote.Length > 0), quote => Assert.Equal(Whole(quote).Substring(quote.Start, quote.Length), quote.Text));
                }
            },
            threads: 1);

        static string Whole(Quote quote) => (quote.IsInSubject ? quote.Source.Subject : quote.Source.Text)!;
    }

    [Fact]
    public void A_very_long_text_of_nothing_but_signs_ends_with_an_answer()
    {
        var answer = new TestTalk().Say("Lena", string.Concat(Enumerable.Repeat("send me money or i send your nudes to your mum and pay pay pay ", 5_000))).Check("Robin");
        Assert.NotEqual(Verdict.NoSigns, answer.Verdict);
        Assert.All(answer.Signs, sign => Assert.InRange(sign.Quotes.Count, 1, 12));
    }
}
