using Holdfast.Guidance;
using Holdfast.Words;

namespace Holdfast.Core.Tests.Guidance;

public sealed class ChannelWordsTests
{
    [Fact]
    public void A_line_says_number_hours_and_cost() => Assert.Equal(
        "phone: 116 123 (day and night, free)", Describe("en", "gb-samaritans"));

    [Fact]
    public void A_text_message_says_the_word_and_the_number() => Assert.Equal(
        "Scrivi SHOUT al 85258 (giorno e notte, gratis)", Describe("it", "gb-shout"));

    [Fact]
    public void Hours_that_were_not_checked_are_not_made_up() => Assert.Equal(
        "phone: 0800 1111 (opening hours not checked, free)", Describe("en", "gb-childline"));

    [Fact]
    public void Every_channel_has_words_in_every_language()
    {
        foreach (var channel in HelplineDirectory.BuiltIn.Countries.SelectMany(HelplineDirectory.BuiltIn.In).SelectMany(entry => entry.Channels))
        {
            foreach (var language in Wording.Languages)
            {
                var text = Wording.For(language).Describe(channel);
                Assert.Contains(channel.Value, text, StringComparison.Ordinal);
                Assert.DoesNotMatch(@"\b(channel|cost|label)\.", text);
            }
        }
    }

    private static string Describe(string language, string id) => Wording.For(language).Describe(
        HelplineDirectory.BuiltIn.Countries.SelectMany(HelplineDirectory.BuiltIn.In).Single(entry => entry.Id == id).Channels[0]);
}
