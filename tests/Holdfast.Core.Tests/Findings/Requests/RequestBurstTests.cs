using Holdfast.Conversations;
using Holdfast.Findings;

namespace Holdfast.Core.Tests.Findings.Requests;

/// <summary>A day on which many strangers came at once is a reason to take care, and never more than that by itself.</summary>
public sealed class RequestBurstTests
{
    private static readonly DateTimeOffset Start = new(2024, 1, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly ExportFile List = ExportFile.FromBytes("list.json", []);

    [Fact]
    public void Eight_requests_within_a_day_in_a_quiet_list_are_a_caution()
    {
        var answer = Check(r => Slow(r), r => Burst(r, 8));
        Assert.Equal(Verdict.Caution, answer.Verdict);
        var sign = Assert.Single(answer.Signs);
        Assert.Equal(("request-burst", 8L), (sign.Id, sign.Occurrences));
        Assert.Equal((8, 1, ContactRelation.RequestReceived), (sign.Requests!.Count, sign.Requests.Usual, sign.Requests.Relation));
        Assert.Equal(("2024-04-10T08:00:00Z", "2024-04-10T15:00:00Z"), (sign.Requests.From.ToString(), sign.Requests.To.ToString()));
        Assert.Empty(answer.Stages);
        Assert.Empty(answer.Questions);
    }

    [Fact]
    public void Seven_requests_are_nothing() => Assert.Equal(Verdict.NoSigns, Check(r => Slow(r), r => Burst(r, 7)).Verdict);

    [Fact]
    public void Even_hundreds_of_requests_are_no_more_than_a_caution() =>
        Assert.Equal(Verdict.Caution, Check(r => Slow(r), r => Burst(r, 800, TimeSpan.FromMinutes(1))).Verdict);

    [Fact]
    public void Requests_spread_over_more_than_a_day_are_no_burst() =>
        Assert.Equal(Verdict.NoSigns, Check(r => Slow(r), r => Burst(r, 12, TimeSpan.FromHours(5))).Verdict);

    [Fact]
    public void A_list_that_always_grows_like_that_shows_nothing() =>
        Assert.Equal(Verdict.NoSigns, Check(r => Slow(r), r => Burst(r, 9), r => Burst(r, 5, days: 40)).Verdict);

    [Fact]
    public void A_second_wave_days_later_belongs_to_the_same_burst() =>
        Assert.Equal(Verdict.Caution, Check(r => Slow(r), r => Burst(r, 9), r => Burst(r, 8, days: 103)).Verdict);

    [Fact]
    public void A_new_account_fills_its_lists_quickly() =>
        Assert.Equal(Verdict.NoSigns, Check(r => Burst(r, 30, days: 0), r => Slow(r)).Verdict);

    [Fact]
    public void A_popular_account_with_a_great_day_shows_nothing() =>
        Assert.Equal(Verdict.NoSigns, Check(
            r => Add(r, ContactRelation.Follower, 1_100, Start, TimeSpan.FromHours(5)),
            r => Add(r, ContactRelation.Follower, 400, Start.AddDays(100), TimeSpan.FromMinutes(2))).Verdict);

    [Fact]
    public void New_followers_count_from_twelve_on_a_small_account()
    {
        Assert.Equal(Verdict.NoSigns, Followers(11).Verdict);
        Assert.Equal(Verdict.Caution, Followers(12).Verdict);

        static Assessment Followers(int count) => Check(
            r => Add(r, ContactRelation.Follower, 10, Start, TimeSpan.FromDays(9)), r => Add(r, ContactRelation.Follower, count, Start.AddDays(100), TimeSpan.FromHours(1)));
    }

    [Fact]
    public void What_the_owner_did_is_no_sign() =>
        Assert.Equal(Verdict.NoSigns, Check(
            r => Slow(r), r => Add(r, ContactRelation.Following, 50, Start.AddDays(100), TimeSpan.FromMinutes(5)),
            r => Add(r, ContactRelation.RequestSent, 50, Start.AddDays(100), TimeSpan.FromMinutes(5))).Verdict);

    [Fact]
    public void The_same_list_in_two_downloads_is_counted_once()
    {
        var other = ExportFile.FromBytes("copy/list.json", []);
        Assert.Equal(Verdict.NoSigns, Check(r => Slow(r), r => Burst(r, 6), r => Slow(r, other), r => Burst(r, 6, file: other)).Verdict);
        Assert.Equal(8, Check(r => Slow(r), r => Burst(r, 8), r => Slow(r, other), r => Burst(r, 8, file: other)).Signs.Single().Requests!.Count);
    }

    [Fact]
    public void Entries_without_a_time_are_no_burst() =>
        Assert.Equal(Verdict.NoSigns, Check(r => Slow(r), r =>
        {
            for (var i = 0; i < 20; i++)
                r.Add(new Contact { Format = "x", Relation = ContactRelation.RequestReceived, File = List });
        }).Verdict);

    [Fact]
    public void Beside_a_threat_it_is_shown_and_changes_neither_verdict_nor_form()
    {
        var talk = new TestTalk().Say("Lena", "hi").Say("Robin", "hello").Say("Lena", "i have your nudes and screenshots of all your followers")
            .Say("Lena", "if you dont pay me $400 i will send your pics to all your friends and family");
        var alone = talk.Check(owner: "Robin");
        var together = Check(r => talk.To(r, owner: "Robin"), r => Slow(r), r => Burst(r, 10));
        Assert.Equal((alone.Verdict, alone.Form, alone.Score), (together.Verdict, together.Form, together.Score));
        Assert.Contains(together.Signs, sign => sign.Id == "request-burst");
    }

    [Fact]
    public void Beside_harmless_talk_it_asks_for_no_name_and_tells_no_stages()
    {
        var answer = Check(r => new TestTalk().Chatter(6).To(r), r => Slow(r), r => Burst(r, 10));
        Assert.Equal(Verdict.Caution, answer.Verdict);
        Assert.Empty(answer.Questions);
        Assert.Empty(answer.Stages);
        Assert.Equal("request-burst", Assert.Single(answer.Signs).Id);
    }

    [Fact]
    public void It_is_forgotten_with_the_rest()
    {
        var recogniser = new Recogniser(new RecogniserOptions());
        Slow(recogniser);
        Burst(recogniser, 10);
        Assert.Equal(Verdict.Caution, recogniser.Assess().Verdict);
        recogniser.Reset();
        Assert.Equal(Verdict.NoSigns, recogniser.Assess().Verdict);
    }

    private static Assessment Check(params Action<Recogniser>[] parts)
    {
        var recogniser = new Recogniser(new RecogniserOptions());
        foreach (var part in parts)
            part(recogniser);
        return recogniser.Assess();
    }

    private static void Slow(Recogniser recogniser, ExportFile? file = null) =>
        Add(recogniser, ContactRelation.RequestReceived, 9, Start, TimeSpan.FromDays(10), file);

    private static void Burst(Recogniser recogniser, int count, TimeSpan? step = null, int days = 100, ExportFile? file = null) =>
        Add(recogniser, ContactRelation.RequestReceived, count, Start.AddDays(days), step ?? TimeSpan.FromHours(1), file);

    private static void Add(Recogniser recogniser, ContactRelation relation, int count, DateTimeOffset from, TimeSpan step, ExportFile? file = null)
    {
        for (var i = 0; i < count; i++)
        {
            recogniser.Add(new Contact
            {
                Format = "instagram-lists",
                Relation = relation,
                At = MessageTime.FromInstant(from + i * step),
                File = file ?? List,
            });
        }
    }
}
