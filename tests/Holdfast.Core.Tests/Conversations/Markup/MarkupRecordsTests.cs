using System.Text;
using CsCheck;
using Holdfast.Conversations;
using Holdfast.Conversations.Markup;

namespace Holdfast.Core.Tests.Conversations.Markup;

public sealed class MarkupRecordsTests
{
    private static readonly Gen<string> Words = Gen.Char["ab <>&\"'é☃\n;#"].Array[0, 12].Select(c => new string(c));

    [Fact]
    public void A_tree_written_as_XML_is_read_back_exactly() => Tree(4).Sample(tree =>
    {
        var text = new StringBuilder();
        Write(tree, text);
        Assert.Equal(text.ToString(), Written(MarkupElement.Parse(text.ToString(), MarkupDialect.Xml).Children.Single()));
    });

    [Fact]
    public void A_tree_of_HTML_keeps_its_shape() => Tree(4).Sample(tree =>
    {
        var text = new StringBuilder();
        Write(tree, text);
        Assert.Equal(text.ToString(), Written(MarkupElement.Parse(text.ToString(), MarkupDialect.Html).Children.Single()));
    });

    [Fact]
    public void Any_bytes_give_records_with_places_inside_the_file() => Gen.Select(
        Pick(["<div>", "</div>", "<p>", "</p>", "<li>", "</li>", "<ul>", "</ul>", "<br>", "x", "<td>", "<table>", "</table>", "<b>", "</b>", "<div", "<!--", "</"]).Array[0, 80],
        Pick(MarkupDialect.Html, MarkupDialect.Xml)).Sample((parts, dialect) =>
    {
        var bytes = Encoding.UTF8.GetBytes(string.Concat(parts));
        long last = 0;
        foreach (var record in Each(bytes, dialect, t => t.Name is "div" or "li", out _))
        {
            Assert.InRange(record.Place.Offset, last, bytes.Length);
            last = record.Place.Offset + record.Place.Length;
            Assert.InRange(last, 0, bytes.Length);
            Assert.All(record.Descendants(), d => Assert.InRange(d.Place.Offset, record.Place.Offset, last));
        }
    });

    [Fact]
    public void Every_record_is_cut_out_of_the_file_by_its_place()
    {
        const string Html = "<html><h1>Mira &amp; Tom</h1><div class='m x'>one<div>two</div></div> between <div class='m'>three</div></html>";
        var records = Each(Html, MarkupDialect.Html, t => t.Name == "h1" || t.HasClass("m"), out var problems);
        Assert.Empty(problems);
        Assert.Equal(
            ["<h1>Mira &amp; Tom</h1>", "<div class='m x'>one<div>two</div></div>", "<div class='m'>three</div>"],
            records.Select(r => Html.Substring((int)r.Place.Offset, (int)r.Place.Length)));
        Assert.Equal(["Mira & Tom", "one\ntwo", "three"], records.Select(r => r.Text));
        Assert.All(records, r => Assert.True(r.IsComplete));
    }

    [Theory]
    [InlineData("a  b\n c", "a b c")]
    [InlineData("a<br>b<br><br>c", "a\nb\n\nc")]
    [InlineData("<div></div><div>a</div><div></div><div>b</div>", "a\nb")]
    [InlineData("<b>a</b> <i>b</i><i>c</i>", "a bc")]
    [InlineData("<p>a<p>b", "a\nb")]
    [InlineData("<ul><li>a<li>b<ul><li>c</ul></ul>d", "a\nb\nc\nd")]
    [InlineData("a\u00A0\u200E b", "a\u00A0\u200E b")]
    [InlineData("<table><tr><td>a<td>b<tr><td>c</table>", "a b\nc")]
    [InlineData("a<pre> x\n  y</pre>b", "a\n x\n  y\nb")]
    [InlineData("a<script>if (x) y()</script><style>z</style>b", "ab")]
    [InlineData("a</br>b</p>c", "a\nbc")]
    public void Text_is_laid_out_as_a_browser_does(string html, string text) =>
        Assert.Equal(text, MarkupElement.Parse(html, MarkupDialect.Html).Text);

    [Fact]
    public void An_emoji_drawn_as_an_image_can_be_read_as_text()
    {
        var element = MarkupElement.Parse("pay <img class=emoji alt='&#128520;' src=x><span class=no>!</span>", MarkupDialect.Html);
        Assert.Equal("pay !", element.Text);
        Assert.Equal("pay \U0001F608", element.GetText(withImages: true, without: e => e.HasClass("no")));
    }

    [Fact]
    public void Text_in_XML_is_exact() =>
        Assert.Equal(" a\n b ", MarkupElement.Parse("<x> a\n<y> b </y></x>", MarkupDialect.Xml).Text);

    [Theory]
    [InlineData("<div>a<div>b</div>", "a\nb")]
    [InlineData("<div>a<div>b", "a\nb")]
    [InlineData("<div>a<p>b</p", "a\nb")]
    public void A_record_that_the_file_cuts_off_is_kept_and_reported(string html, string text)
    {
        var record = Assert.Single(Each(html, MarkupDialect.Html, t => t.Name == "div", out var problems));
        Assert.False(record.IsComplete);
        Assert.Equal(text, record.Text);
        Assert.Equal(html.Length, record.Place.Length);
        Assert.Contains(problems, p => p.Kind == ProblemKind.LastRecordCutOff);
    }

    [Fact]
    public void A_file_that_ends_between_its_records_is_reported()
    {
        Each("<main><div>a</div>", MarkupDialect.Html, t => t.Name == "div", out var problems);
        Assert.Equal(ProblemKind.Truncated, Assert.Single(problems).Kind);
        Each("<html><body><p><div>a</div>", MarkupDialect.Html, t => t.Name == "div", out problems);
        Assert.Empty(problems);
        Each("<smses><sms body='a'/>", MarkupDialect.Xml, t => t.Name == "sms", out problems);
        Assert.Equal(ProblemKind.Truncated, Assert.Single(problems).Kind);
    }

    [Fact]
    public void A_record_that_is_never_closed_ends_with_the_element_around_it()
    {
        var records = Each("<ul><li>a<li>b</ul><p>x<main><div>c</main><div>d</div>", MarkupDialect.Html, t => t.Name is "li" or "div", out _);
        Assert.Equal(["a", "b", "c", "d"], records.Select(r => r.Text));
    }

    [Fact]
    public void A_deep_nesting_is_flattened_and_not_lost()
    {
        var html = "<div>" + string.Concat(Enumerable.Repeat("<b>", 5_000)) + "x" + string.Concat(Enumerable.Repeat("</b>", 5_000)) + "y</div><div>z</div>";
        Assert.Equal(["xy", "z"], Each(html, MarkupDialect.Html, t => t.Name == "div", out _).Select(r => r.Text));
    }

    [Fact]
    public void Elements_that_are_never_closed_do_not_hide_the_records_behind_them()
    {
        var html = string.Concat(Enumerable.Repeat("<section><p class=m>x</p>", 5_000));
        Assert.Equal(5_000, Each(html, MarkupDialect.Html, t => t.HasClass("m"), out _).Count);
    }

    [Fact]
    public void A_record_over_the_limit_is_ended_there_and_the_next_one_is_found()
    {
        var html = "<div>" + string.Concat(Enumerable.Repeat("<i>abc</i>", 1_000)) + "<div class=m>y</div></div><div class=m>z</div>";
        var records = Each(html, MarkupDialect.Html, t => t.Name == "div", out var problems, new MarkupLimits { LargestRecord = 10_000 });
        Assert.False(records[0].IsComplete);
        Assert.Equal(["y", "z"], records.Skip(1).Where(r => r.HasClass("m")).Select(r => r.Text));
        Assert.Equal(ProblemKind.TextTooLong, problems[0].Kind);
    }

    [Fact]
    public void A_self_closed_element_of_XML_is_a_record()
    {
        var records = Each("<?xml version='1.0'?><smses><sms body='a &#55357;&#56841;'/><sms body='b' /></smses>", MarkupDialect.Xml, t => t.Name == "sms", out var problems);
        Assert.Equal(["a \U0001F609", "b"], records.Select(r => r["body"]));
        Assert.Empty(problems);
    }

    [Theory]
    [InlineData("a b", "a", true)]
    [InlineData("a b", "b", true)]
    [InlineData("ab", "a", false)]
    [InlineData("ba a", "a", true)]
    [InlineData("aa aa", "a", false)]
    [InlineData("aab\ta", "a", true)]
    [InlineData("", "a", false)]
    [InlineData(null, "a", false)]
    public void A_class_is_a_whole_word(string? classes, string name, bool expected) =>
        Assert.Equal(expected, MarkupElement.ListsClass(classes, name));

    private static List<MarkupElement> Each(string text, MarkupDialect dialect, Func<MarkupTag, bool> isRecord, out IReadOnlyList<ReadingProblem> problems, MarkupLimits? limits = null) =>
        Each(Encoding.UTF8.GetBytes(text), dialect, isRecord, out problems, limits);

    private static List<MarkupElement> Each(byte[] bytes, MarkupDialect dialect, Func<MarkupTag, bool> isRecord, out IReadOnlyList<ReadingProblem> problems, MarkupLimits? limits = null)
    {
        var sink = new StrictSink();
        var log = new ProblemLog(sink, "x");
        problems = sink.Problems;
        return [.. MarkupRecords.Each(ExportFile.FromBytes("x", bytes), new ReadingOptions(), log, dialect, isRecord, limits)];
    }

    // Inline elements only: those may stand in one another in any order.
    private static Gen<Branch> Tree(int depth) => Gen.Select(
        Pick("b", "i", "span", "em"),
        Words,
        depth == 0 ? Gen.Const(Array.Empty<(string, Branch)>()) : Gen.Select(Words, Tree(depth - 1)).Array[0, 3],
        Words,
        (name, attribute, children, tail) => new Branch(name, attribute, children, tail));

    private static void Write(Branch tree, StringBuilder text)
    {
        text.Append('<').Append(tree.Name).Append(" v=\"").Append(Escape(tree.Attribute)).Append("\">");
        foreach (var (before, child) in tree.Children)
        {
            text.Append(Escape(before));
            Write(child, text);
        }

        text.Append(Escape(tree.Tail)).Append("</").Append(tree.Name).Append('>');
    }

    private static string Written(MarkupElement element)
    {
        var text = new StringBuilder();
        text.Append('<').Append(element.Name).Append(" v=\"").Append(Escape(element["v"]!)).Append("\">");
        foreach (var (words, child) in element.Nodes)
            text.Append(words is not null ? Escape(words) : Written(child!));
        return text.Append("</").Append(element.Name).Append('>').ToString();
    }

    private static string Escape(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);

    private sealed record Branch(string Name, string Attribute, (string Before, Branch Tree)[] Children, string Tail);

    private static Gen<T> Pick<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}
