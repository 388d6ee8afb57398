using System.Text;
using CsCheck;
using Holdfast.Conversations.Markup;

namespace Holdfast.Core.Tests.Conversations.Markup;

public sealed class MarkupScannerTests
{
    private const string Letters = "<>/!-[]&;#x=\"' \nabpbrdivCDATA?0159\u00e9\U0001F608";

    private static readonly Gen<byte[]> Soup = Gen.OneOf(
        Gen.Byte.Array[0, 300],
        Pick(["<", ">", "</", "/>", "<!--", "-->", "<![CDATA[", "]]>", "<div ", "</div>", "<br>", "<script>", "</script", "<title>", "a=\"", "'", "&#55357;&#56841;", "&amp;", "&", "<p>", "<li>", "text", " ", "é", "\U0001F608", "\U0001F608\U0001F608", "\0"])
            .Array[0, 60].Select(parts => Encoding.UTF8.GetBytes(string.Concat(parts))));

    private static readonly Gen<MarkupDialect> Dialects = Pick(MarkupDialect.Html, MarkupDialect.Xml);

    [Fact]
    public void Any_bytes_are_cut_into_tokens_that_follow_one_another() => Gen.Select(Soup, Dialects).Sample((bytes, dialect) =>
    {
        long last = 0;
        using var scanner = new MarkupScanner(new MemoryStream(bytes), dialect);
        while (scanner.Read())
        {
            Assert.InRange(scanner.Offset, last, bytes.Length);
            Assert.InRange(scanner.End, scanner.Offset + 1, bytes.Length);
            last = scanner.End;
        }

        Assert.Equal(bytes.Length, scanner.End);
    });

    [Fact]
    public void How_the_stream_is_cut_into_pieces_changes_nothing() => Gen.Select(Soup, Dialects, Gen.Int[1, 7], Gen.Int[0, 2]).Sample((bytes, dialect, piece, form) =>
    {
        var text = Encoding.UTF8.GetString(bytes);
        var input = form switch { 0 => bytes, 1 => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)], _ => Encoding.BigEndianUnicode.GetBytes("<html>" + text) };
        Assert.Equal(Tokens(new MemoryStream(input), dialect), Tokens(new PieceStream(input, piece), dialect));
    });

    [Fact]
    public void A_long_text_is_the_same_in_pieces()
    {
        var text = new StringBuilder("<p>");
        for (var i = 0; i < 30_000; i++)
            text.Append("ab&#55357;&#56841;é\U0001F608&amp;"[..(i % 7 == 0 ? 26 : 2)]);
        var whole = text.Append("</p>").ToString();
        using var scanner = new MarkupScanner(new MemoryStream(Encoding.UTF8.GetBytes(whole)), MarkupDialect.Html);
        var read = new StringBuilder();
        var pieces = 0;
        while (scanner.Read())
        {
            if (scanner.Kind != MarkupTokenKind.Text)
                continue;
            read.Append(scanner.Text);
            pieces++;
        }

        Assert.True(pieces > 1);
        Assert.Equal(whole[3..^4].Replace("&#55357;&#56841;", "\U0001F609", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal), read.ToString());
        Assert.False(scanner.SawInvalidBytes);
    }

    [Fact]
    public void Places_in_a_file_of_UTF_16_count_its_own_bytes()
    {
        const string Text = "<p>\U0001F608é</p><b>x</b>";
        byte[] wide = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Text)];
        using var scanner = new MarkupScanner(new MemoryStream(wide), MarkupDialect.Html);
        while (scanner.Read() && scanner.Kind != MarkupTokenKind.EndTag)
        {
        }

        Assert.Equal("</p>", Encoding.Unicode.GetString(wide, (int)scanner.Offset, (int)(scanner.End - scanner.Offset)));
    }

    [Theory]
    [InlineData("a &lt;3 &amp; b &quot;c&quot; &apos;", "a <3 & b \"c\" '")]
    [InlineData("&#55357;&#56841;", "\U0001F609")]
    [InlineData("&#xD83D;&#xDE09;", "\U0001F609")]
    [InlineData("&#128521;&#x1F609;", "\U0001F609\U0001F609")]
    [InlineData("&#55357; alone &#56841;", "\uFFFD alone \uFFFD")]
    [InlineData("&#0;&#x110000;&#99999999999999999999;", "\uFFFD\uFFFD\uFFFD")]
    [InlineData("&nosuch; & &; &# &#; &#x; AT&T", "&nosuch; & &; &# &#; &#x; AT&T")]
    [InlineData("&euro;&nbsp;&Agrave;&yuml;&diams;&hellip;", "€\u00A0Àÿ♦…")]
    [InlineData("&amp;lt;", "&lt;")]
    [InlineData("&#000000000000000000065;", "A")]
    public void Character_references_become_what_they_stand_for(string markup, string text)
    {
        Assert.Equal(text, CharacterReferences.Decode(markup, MarkupDialect.Html));
        Assert.Equal(text, CharacterReferences.Decode(markup, MarkupDialect.Xml));
    }

    [Fact]
    public void References_to_control_characters_are_read_as_browsers_do_in_HTML_only()
    {
        Assert.Equal("it’s", CharacterReferences.Decode("it&#146;s", MarkupDialect.Html));
        Assert.Equal("it\u0092s", CharacterReferences.Decode("it&#146;s", MarkupDialect.Xml));
    }

    [Fact]
    public void An_emoticon_is_no_tag() =>
        Assert.Equal("T:I   T:<3 you   T:</3 and 1   T:< 2   S:b  E:b", Tokens("I <3 you </3 and 1 < 2 <b></b>", MarkupDialect.Html));

    [Fact]
    public void Comments_doctype_and_instructions_are_passed_over() => Assert.Equal(
        "T:a  T:b  T:c  T:d  T:e",
        Tokens("<?xml version='1.0'?><!DOCTYPE x [ <!ENTITY l \"lol\"> ]>a<!-- <b> -->b<!-->c<?php x?>d<!doctype html>e", MarkupDialect.Xml));

    [Fact]
    public void An_entity_of_the_files_own_is_not_expanded() =>
        Assert.Equal("T:&l;", Tokens("<!DOCTYPE x [ <!ENTITY l \"lol\"> ]>&l;", MarkupDialect.Xml));

    [Fact]
    public void Character_data_is_text_as_it_stands() =>
        Assert.Equal("S:a  T:x <b> &amp; ]] y  T:z  E:a", Tokens("<a><![CDATA[x <b> &amp; ]] y]]>z</a>", MarkupDialect.Xml));

    [Fact]
    public void Script_is_no_markup_and_a_title_holds_no_tags() => Assert.Equal(
        "S:script  T:if (a  T:<b> c) &amp;  E:script  S:title  T:x   T:<b> &  E:title",
        Tokens("<script>if (a<b> c) &amp;</script><TITLE>x <b> &amp;</TITLE>", MarkupDialect.Html));

    [Fact]
    public void A_title_that_is_never_closed_does_not_hide_the_rest() =>
        Assert.Equal("S:title  T:x  S:div  T:y  E:div", Tokens("<title>x<div>y</div>", MarkupDialect.Html));

    [Fact]
    public void A_tag_that_is_never_closed_ends_where_the_next_begins() =>
        Assert.Equal("S:div  S:p  T:x", Tokens("<div class=a <p>x", MarkupDialect.Html));

    [Fact]
    public void Attributes_are_read_in_every_spelling()
    {
        using var scanner = new MarkupScanner(new MemoryStream("<A one=1 TWO = 'two &amp; \"2\"' three four=\"a>b\" href=/x/y/ one=9>"u8.ToArray()), MarkupDialect.Html);
        Assert.True(scanner.Read());
        var tag = scanner.Tag;
        Assert.Equal(("a", "1", "two & \"2\"", "", "a>b"), (tag.Name, tag["one"], tag["two"], tag["three"], tag["four"]));
        Assert.Equal("/x/y/", tag["href"]);
        Assert.Null(tag["five"]);
        Assert.False(tag.IsSelfClosing);
        Assert.True(tag.IsComplete);
    }

    [Fact]
    public void A_picture_inside_an_attribute_is_cut_and_costs_no_memory()
    {
        var stream = new EndlessAttribute(50_000_000);
        var before = GC.GetAllocatedBytesForCurrentThread();
        using var scanner = new MarkupScanner(stream, MarkupDialect.Xml, new MarkupLimits { LongestAttribute = 1000 });
        Assert.True(scanner.Read());
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2_000_000);
        Assert.Equal(1000, scanner.Tag["data"]!.Length);
        Assert.True(scanner.Tag.IsCut);
        Assert.Equal("image/jpeg", scanner.Tag["ct"]);
        Assert.True(scanner.Tag.IsSelfClosing);
    }

    [Fact]
    public void Of_an_unwanted_attribute_only_the_name_is_kept()
    {
        using var scanner = new MarkupScanner(new MemoryStream("<part data=\"abc\" text=\"x\"/>"u8.ToArray()), MarkupDialect.Xml, new MarkupLimits { Unwanted = ["data"] });
        Assert.True(scanner.Read());
        Assert.Equal(("", "x"), (scanner.Tag["data"], scanner.Tag["text"]));
    }

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_read_as_Windows_1252_and_noted()
    {
        using var scanner = new MarkupScanner(new MemoryStream([.. "<p>caf"u8, 0xE9, .. "</p>"u8]), MarkupDialect.Html);
        Assert.True(scanner.Read() && scanner.Read());
        Assert.Equal("café", scanner.Text);
        Assert.True(scanner.SawInvalidBytes);
    }

    [Theory]
    [InlineData("<div class=\"a")]
    [InlineData("<div><!-- x")]
    [InlineData("<div><script>x</scr")]
    public void A_file_that_ends_inside_a_tag_says_so(string markup)
    {
        using var scanner = new MarkupScanner(new MemoryStream(Encoding.UTF8.GetBytes(markup)), MarkupDialect.Html);
        while (scanner.Read())
        {
        }

        Assert.True(scanner.IsCutOff);
    }

    [Fact]
    public void Any_text_of_such_letters_ends_in_linear_time()
    {
        foreach (var unit in Letters.EnumerateRunes().Select(r => r.ToString()).Concat(["<a", "<a ", "<a=", "</a", "<!-", "<![CDATA[", "&#", "<title>", "<p>", "<![", "<!x["]))
        {
            var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(unit, 200_000)));
            using var scanner = new MarkupScanner(new MemoryStream(bytes), MarkupDialect.Html);
            long tokens = 0;
            while (scanner.Read())
                tokens++;
            Assert.InRange(tokens, 0, bytes.Length);
        }
    }

    private static string Tokens(string markup, MarkupDialect dialect) => Tokens(new MemoryStream(Encoding.UTF8.GetBytes(markup)), dialect, places: false);

    private static string Tokens(Stream stream, MarkupDialect dialect, bool places = true)
    {
        using var scanner = new MarkupScanner(stream, dialect);
        var tokens = new List<string>();
        while (scanner.Read())
        {
            var what = scanner.Kind switch
            {
                MarkupTokenKind.Text => "T:" + scanner.Text,
                MarkupTokenKind.StartTag => "S:" + scanner.Tag.Name,
                _ => "E:" + scanner.Tag.Name,
            };
            if (places)
                what += $" {scanner.Offset}-{scanner.End} {string.Join(',', scanner.Kind == MarkupTokenKind.Text ? [] : scanner.Tag.Copy().Select(a => a.Key + "=" + a.Value))}";
            tokens.Add(what);
        }

        return string.Join("  ", tokens);
    }

    private sealed class PieceStream(byte[] bytes, int piece) : MemoryStream(bytes, writable: false)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, piece));

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, piece)]);
    }

    /// <summary>A part of a message with a picture of that many bytes.</summary>
    private sealed class EndlessAttribute(int size) : Stream
    {
        private static readonly byte[] Head = "<part ct=\"image/jpeg\" data=\""u8.ToArray();
        private static readonly byte[] Tail = "\" />"u8.ToArray();
        private int _at;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => _at; set => throw new NotSupportedException(); }

        public override int Read(Span<byte> buffer)
        {
            if (_at < Head.Length)
                return Give(Head.AsSpan(_at), buffer);
            if (_at < Head.Length + size)
            {
                var length = Math.Min(buffer.Length, Head.Length + size - _at);
                buffer[..length].Fill((byte)'A');
                _at += length;
                return length;
            }

            return Give(Tail.AsSpan(_at - Head.Length - size), buffer);
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        private int Give(ReadOnlySpan<byte> bytes, Span<byte> buffer)
        {
            var length = Math.Min(bytes.Length, buffer.Length);
            bytes[..length].CopyTo(buffer);
            _at += length;
            return length;
        }
    }

    private static Gen<T> Pick<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}
