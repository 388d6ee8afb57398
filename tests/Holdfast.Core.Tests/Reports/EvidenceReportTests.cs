using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using Holdfast.Preservation;

namespace Holdfast.Reports;

public partial class EvidenceReportTests
{
    private static readonly string[] Order =
        ["cover", "account", "timeline", "identifiers", "demands", "addresses", "quotes", "exhibits", "custody", "gaps", "verify", "officer"];

    [Fact]
    public void The_sections_come_in_the_agreed_order() =>
        Assert.Equal(Order, SampleReport.Make().Sections.Select(s => s.Id));

    [Theory]
    [InlineData("en", "None recorded.")]
    [InlineData("it", "Nulla di registrato.")]
    public void An_empty_section_says_so(string language, string none)
    {
        var report = SampleReport.Make(language, isEmpty: true);
        Assert.Equal(7, report.Sections.Count(s => s.Blocks.Count == 0));
        Assert.Equal(7, Regex.Count(SampleReport.Text(report), Regex.Escape(none)));
        Assert.Equal(7, Regex.Count(SampleReport.Html(report), Regex.Escape(none)));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("it")]
    public void Every_word_that_is_asked_for_exists(string language)
    {
        // A key that has no words is printed as itself.
        var text = SampleReport.Text(SampleReport.Make(language)) + SampleReport.Text(SampleReport.Make(language, isEmpty: true));
        Assert.DoesNotMatch(@"evidence\.[a-z]", text);
        Assert.DoesNotMatch(Placeholder(), text);
    }

    [Fact]
    public void The_words_of_both_languages_have_the_same_keys_and_places()
    {
        var (en, it) = (SampleReport.Words("en"), SampleReport.Words("it"));
        foreach (var key in SampleReport.Keys("en").Union(SampleReport.Keys("it")))
        {
            Assert.NotEqual(key, en(key));
            Assert.NotEqual(key, it(key));
            Assert.Equal(Placeholder().Matches(en(key)).Select(m => m.Value).Order(), Placeholder().Matches(it(key)).Select(m => m.Value).Order());
        }
    }

    [Fact]
    public void Quotes_have_item_line_time_and_the_hash_of_their_record()
    {
        var text = SampleReport.Text(SampleReport.Make());
        Assert.Contains("2024-02-01 10:12:00 (time zone unknown)  Alex  (item 0001, line 5)", text, StringComparison.Ordinal);
        Assert.Matches("(?m)^  sha256 [0-9a-f]{64}$", text);
        Assert.Contains("  | I have your video and all your friends.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_withheld_picture_is_listed_with_its_whole_fingerprint()
    {
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Drawn.Jpeg));
        foreach (var written in (string[])[SampleReport.Text(SampleReport.Make()), SampleReport.Html(SampleReport.Make())])
        {
            Assert.Contains(hash, written, StringComparison.Ordinal);
            Assert.Contains("withheld: picture or video", written, StringComparison.Ordinal);
            Assert.Contains("IMG-20240201-WA0001.jpg", written, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Gaps_name_the_file_and_the_first_lines()
    {
        var text = SampleReport.Text(SampleReport.Make()).ReplaceLineEndings(" ");
        Assert.Contains("gone.txt", text, StringComparison.Ordinal);
        Assert.Matches(@"\(lines\s+1,\s+2,\s+3,\s+4,\s+5,\s+6,\s+7,\s+8,\s+9,\s+10,\s+11,\s+12\)\s+and\s+8\s+more", text);
    }

    [Fact]
    public void The_same_case_gives_the_same_bytes()
    {
        Assert.Equal(TextReport.Write(SampleReport.Make()), TextReport.Write(SampleReport.Make()));
        Assert.Equal(HtmlReport.Write(SampleReport.Make()), HtmlReport.Write(SampleReport.Make()));
    }

    [Fact]
    public void The_text_keeps_to_78_columns_and_line_feeds()
    {
        var text = SampleReport.Text(SampleReport.Make());
        Assert.DoesNotContain('\r', text);

        // Only a command, or a line that is one long word, may be longer.
        var tooLong = text.Split('\n').Where(line => line.Length > 78 && !line.StartsWith("    ", StringComparison.Ordinal));
        Assert.DoesNotContain(tooLong, line => line.Trim(' ', '*').Contains(' ', StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<script>alert(1)</script><img src=x onerror=alert(1)>")]
    [InlineData("\"><svg/onload=alert(1)>'`")]
    [InlineData("&lt;b&gt; ]]> --> <!-- </style></blockquote></main>")]
    public void Markup_in_messages_stays_words(string hostile)
    {
        var html = SampleReport.Html(SampleReport.Make(hostile: hostile));
        var tags = Tag().Matches(html).Select(m => m.Groups[1].Value.ToLowerInvariant()).Distinct();
        Assert.Empty(tags.Except(
            ["html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "section", "span", "p", "ul", "li", "dl", "div", "dt", "dd", "table",
             "thead", "tbody", "tr", "th", "td", "figure", "figcaption", "bdi", "blockquote", "pre", "code"]));
        Assert.DoesNotContain("onerror=", html, StringComparison.Ordinal);
        Assert.DoesNotContain("onload=", html, StringComparison.Ordinal);
        Assert.Equal(Regex.Count(SampleReport.Html(SampleReport.Make()), "<blockquote"), Regex.Count(html, "<blockquote"));
    }

    [Fact]
    public void Characters_that_turn_or_hide_text_are_shown_by_number()
    {
        const string hostile = "pay \u202Eevil\u2066x\u200E \u0007\u001B[2J \u200Bz \uFEFF \U000E0041 \uD800 end";
        foreach (var written in (string[])[SampleReport.Text(SampleReport.Make(hostile: hostile)), SampleReport.Html(SampleReport.Make(hostile: hostile))])
        {
            Assert.Contains("[U+202E]evil[U+2066]x[U+200E]", written, StringComparison.Ordinal);
            Assert.Contains("[U+001B][2J", written, StringComparison.Ordinal);
            Assert.DoesNotMatch("[\u202A-\u202E\u2066-\u2069\u200E\u200F\u200B\uFEFF\u0007\u001B]", written);
        }
    }

    [Fact]
    public void Words_of_many_scripts_and_emoji_stay_as_they_are()
    {
        const string words = "می‌خواهم 👩‍👩‍👧 नमस्ते ❤️ שלום";
        Assert.Equal(words, PrintedText.Line(words));
    }

    [Fact]
    public void A_long_message_is_cut_with_the_place_of_the_rest()
    {
        var report = SampleReport.Make(hostile: new string('a', 500_000) + "\n" + string.Concat(Enumerable.Repeat("word ", 100_000)));
        var text = SampleReport.Text(report);
        Assert.True(text.Length < 100_000);
        Assert.Matches(@"\[cut here; the full text is in\s+(\| )?item 0001, line 5\]", text);
    }

    [Fact]
    public void A_picture_in_the_text_of_a_message_does_not_reach_the_report()
    {
        var hostile = "look " + Convert.ToBase64String(Drawn.Jpeg) + " pay now";
        Leak.AssertNone(Drawn.Jpeg, TextReport.Write(SampleReport.Make(hostile: hostile)));
        Leak.AssertNone(Drawn.Jpeg, HtmlReport.Write(SampleReport.Make(hostile: hostile)));
    }

    [Fact]
    public void The_page_loads_nothing_and_runs_nothing()
    {
        var html = SampleReport.Html(SampleReport.Make());
        Assert.Contains("content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\"", html, StringComparison.Ordinal);
        Assert.DoesNotMatch("(?i)<(script|link|img|iframe|object|embed|form|a) |url\\(|@import|href", html);
        Assert.StartsWith("<!doctype html>\n<html lang=\"en\">", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_text_can_be_printed() =>
        Gen.String.Sample(
            text =>
            {
                var line = PrintedText.Line(text);
                Assert.DoesNotContain('\n', line);
                Assert.Equal(line, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(line)));
                Assert.DoesNotContain('\u202E', PrintedText.Lines(text + "\u202E", 2_000, ""));
            },
            iter: 1_000,
            seed: "0000KDJ3n5x4");

    [GeneratedRegex(@"\{[a-z]+\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex("</?([A-Za-z][A-Za-z0-9]*)")]
    private static partial Regex Tag();
}
