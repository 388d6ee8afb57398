using System.Text.Json;
using System.Text.RegularExpressions;
using Holdfast.Guidance;

namespace Holdfast.Core.Tests.Guidance;

public sealed partial class HelplineDirectoryTests
{
    private static readonly DateOnly s_earliest = new(2026, 1, 1);

    public static TheoryData<string> Files() => [.. Content.List("helplines/").Where(name => name.EndsWith(".json", StringComparison.Ordinal))];

    [Theory, MemberData(nameof(Files))]
    public void A_file_carries_the_name_of_its_country(string name) =>
        Assert.Equal($"helplines/{Read(name).Country}.json", name);

    [Theory, MemberData(nameof(Files))]
    public void Every_entry_is_complete(string name)
    {
        foreach (var entry in Read(name).Entries)
        {
            Assert.Matches("^[a-z]{2,4}-[a-z0-9-]+$", entry.Id);
            Assert.NotEmpty(entry.Name);
            Assert.NotEmpty(entry.Purpose.En);
            Assert.NotEmpty(entry.Purpose.It);
            Assert.NotEmpty(entry.Situations);
            Assert.NotEmpty(entry.Channels);
            Assert.NotEmpty(entry.Languages);
            Assert.True(Uri.TryCreate(entry.Source, UriKind.Absolute, out var source) && source.Scheme is "https" or "http", entry.Id);
            Assert.True(entry.Checked >= s_earliest, entry.Id);
        }
    }

    [Theory, MemberData(nameof(Files))]
    public void Every_channel_can_be_used_as_it_is_written(string name)
    {
        foreach (var channel in Read(name).Entries.SelectMany(entry => entry.Channels))
        {
            switch (channel.Kind)
            {
                case ChannelKind.Url or ChannelKind.Chat:
                    Assert.True(Uri.TryCreate(channel.Value, UriKind.Absolute, out var url) && url.Scheme == "https", channel.Value);
                    break;
                case ChannelKind.Email:
                    Assert.Matches(@"^[a-z0-9.-]+@[a-z0-9-]+(\.[a-z0-9-]+)+$", channel.Value);
                    break;
                case ChannelKind.Telegram:
                    Assert.Matches("^@[A-Za-z0-9_]+$", channel.Value);
                    break;
                default:
                    Assert.Matches(Dialled(), channel.Value);
                    break;
            }
        }
    }

    [Theory, MemberData(nameof(Files))]
    public void The_crisis_line_comes_first(string name)
    {
        var entries = Read(name).Entries;
        var crisis = entries.FirstOrDefault(entry => entry.Situations.Contains(Situation.SuicideCrisis))
            ?? entries.FirstOrDefault(entry => entry.Situations.Contains(Situation.EmotionalSupport) && entry.Audience == Audience.All)
            ?? entries.FirstOrDefault(entry => entry.Situations.Contains(Situation.Emergency));
        Assert.Same(entries[0], crisis);
    }

    [Fact]
    public void No_entry_stands_twice()
    {
        var ids = Content.List("helplines/").Where(name => name.EndsWith(".json", StringComparison.Ordinal)).SelectMany(name => Read(name).Entries).Select(entry => entry.Id).ToList();
        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void The_first_countries_are_all_there() => Assert.Subset(
        HelplineDirectory.BuiltIn.Countries.Select(country => country.Letters).ToHashSet(),
        new HashSet<string> { "GB", "IT", "US", "IE", "FR", "DE", "ES", "PT", "NL", "BE", "CH", "AT", "CA", "AU", "NZ" });

    [Fact]
    public void Numbers_stand_as_they_are_dialled()
    {
        Assert.Equal("116 123", Value("GB", "gb-samaritans"));
        Assert.Equal("988", Value("US", "us-988"));
        Assert.Equal("19696", Value("IT", "it-azzurro"));
        Assert.Equal("3018", Value("FR", "fr-3018"));
    }

    [Fact]
    public void A_text_message_names_the_word_to_send()
    {
        var shout = HelplineDirectory.BuiltIn.In(Code("GB")).Single(entry => entry.Id == "gb-shout").Channels[0];
        Assert.Equal((ChannelKind.Sms, "85258", "SHOUT"), (shout.Kind, shout.Value, shout.Send));
    }

    [Fact]
    public void A_service_for_adults_is_not_shown_to_a_child()
    {
        var found = HelplineDirectory.BuiltIn.Find(Code("GB"), AgeBand.Under18, helper: false, Situation.ThreatToShare);
        Assert.DoesNotContain(found, entry => entry.Audience == Audience.Adult);
        Assert.Contains(found, entry => entry.Id == "gb-reportremove");
    }

    [Fact]
    public void A_service_for_children_is_not_shown_to_an_adult()
    {
        var found = HelplineDirectory.BuiltIn.Find(Code("GB"), AgeBand.Adult, helper: false, Situation.ThreatToShare, Situation.ImageProtection);
        Assert.Equal(["gb-rph", "intl-stopncii", "intl-takeitdown"], found.Select(entry => entry.Id));
    }

    [Fact]
    public void Both_are_shown_when_the_age_is_not_told()
    {
        var found = HelplineDirectory.BuiltIn.Find(Code("GB"), AgeBand.Unknown, helper: false, Situation.ThreatToShare);
        Assert.Equal(["gb-reportremove", "gb-rph"], found.Select(entry => entry.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Without_a_country_only_international_services_are_named()
    {
        var found = HelplineDirectory.BuiltIn.Find(null, AgeBand.Unknown, helper: true, Enum.GetValues<Situation>());
        Assert.All(found, entry => Assert.Contains(entry, HelplineDirectory.BuiltIn.International));
        Assert.NotEmpty(found);
    }

    [Fact]
    public void The_words_follow_the_language()
    {
        var entry = HelplineDirectory.BuiltIn.In(Code("IT"))[0];
        Assert.NotEqual(entry.Purpose.In("en"), entry.Purpose.In("it"));
        Assert.Equal(entry.Purpose.In("en"), entry.Purpose.In("fi"));
    }

    private static CountryCode Code(string letters) =>
        CountryCode.TryParse(letters, out var code) ? code : throw new ArgumentException(letters, nameof(letters));

    private static string Value(string country, string id) =>
        HelplineDirectory.BuiltIn.In(Code(country)).Single(entry => entry.Id == id).Channels[0].Value;

    private static HelplineFile Read(string name) => JsonSerializer.Deserialize(Content.Read(name), GuidanceJson.Default.HelplineFile)!;

    [GeneratedRegex(@"^\+?[0-9]+([ -]([0-9]+|[A-Z]{3}))*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Dialled();
}
