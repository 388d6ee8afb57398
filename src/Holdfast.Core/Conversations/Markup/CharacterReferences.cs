using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Holdfast.Conversations.Markup;

/// <summary>
/// Turns character references into the characters that they stand for. What is no reference stays as it is written; one
/// that stands for nothing is U+FFFD. Two references that are the halves of one character, as some exporters write emoji
/// (<c>&amp;#55357;&amp;#56841;</c>), are joined.
/// </summary>
internal static class CharacterReferences
{
    /// <summary>The most letters of a reference that is looked at, <c>&amp;</c> and <c>;</c> included.</summary>
    internal const int Longest = 12;

    // HTML 4.01, section 24: U+00A0 to U+00FF in order, then the others with their code.
    private const string Latin1 =
        "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para "
        + "middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute "
        + "Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute "
        + "THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde "
        + "ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";

    private const string Others =
        "quot 34 amp 38 apos 39 lt 60 gt 62 OElig 338 oelig 339 Scaron 352 scaron 353 Yuml 376 fnof 402 circ 710 tilde 732 Alpha 913 "
        + "Beta 914 Gamma 915 Delta 916 Epsilon 917 Zeta 918 Eta 919 Theta 920 Iota 921 Kappa 922 Lambda 923 Mu 924 Nu 925 Xi 926 "
        + "Omicron 927 Pi 928 Rho 929 Sigma 931 Tau 932 Upsilon 933 Phi 934 Chi 935 Psi 936 Omega 937 alpha 945 beta 946 gamma 947 "
        + "delta 948 epsilon 949 zeta 950 eta 951 theta 952 iota 953 kappa 954 lambda 955 mu 956 nu 957 xi 958 omicron 959 pi 960 "
        + "rho 961 sigmaf 962 sigma 963 tau 964 upsilon 965 phi 966 chi 967 psi 968 omega 969 thetasym 977 upsih 978 piv 982 ensp 8194 "
        + "emsp 8195 thinsp 8201 zwnj 8204 zwj 8205 lrm 8206 rlm 8207 ndash 8211 mdash 8212 lsquo 8216 rsquo 8217 sbquo 8218 ldquo 8220 "
        + "rdquo 8221 bdquo 8222 dagger 8224 Dagger 8225 bull 8226 hellip 8230 permil 8240 prime 8242 Prime 8243 lsaquo 8249 rsaquo 8250 "
        + "oline 8254 frasl 8260 euro 8364 image 8465 weierp 8472 real 8476 trade 8482 alefsym 8501 larr 8592 uarr 8593 rarr 8594 "
        + "darr 8595 harr 8596 crarr 8629 lArr 8656 uArr 8657 rArr 8658 dArr 8659 hArr 8660 forall 8704 part 8706 exist 8707 empty 8709 "
        + "nabla 8711 isin 8712 notin 8713 ni 8715 prod 8719 sum 8721 minus 8722 lowast 8727 radic 8730 prop 8733 infin 8734 ang 8736 "
        + "and 8743 or 8744 cap 8745 cup 8746 int 8747 there4 8756 sim 8764 cong 8773 asymp 8776 ne 8800 equiv 8801 le 8804 ge 8805 "
        + "sub 8834 sup 8835 nsub 8836 sube 8838 supe 8839 oplus 8853 otimes 8855 perp 8869 sdot 8901 lceil 8968 rceil 8969 lfloor 8970 "
        + "rfloor 8971 lang 9001 rang 9002 loz 9674 spades 9824 clubs 9827 hearts 9829 diams 9830";

    // What browsers read &#128; to &#159; as (HTML Standard, numeric character reference end state).
    private const string Controls =
        "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
        + "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    private static readonly FrozenDictionary<string, char>.AlternateLookup<ReadOnlySpan<char>> Named =
        Table().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The text with its references replaced.</summary>
    internal static string Decode(string text, MarkupDialect dialect)
    {
        var at = text.IndexOf('&', StringComparison.Ordinal);
        if (at < 0)
            return text;
        var result = new StringBuilder(text.Length);
        var rest = text.AsSpan();
        for (; at >= 0; at = rest.IndexOf('&'))
        {
            result.Append(rest[..at]);
            rest = rest[at..];
            var length = Length(rest, dialect, out var code);
            if (length == 0)
            {
                result.Append('&');
                rest = rest[1..];
                continue;
            }

            rest = rest[length..];
            if (code is >= 0xD800 and <= 0xDBFF && Length(rest, dialect, out var low) is var more and > 0 && low is >= 0xDC00 and <= 0xDFFF)
            {
                result.Append((char)code).Append((char)low);
                rest = rest[more..];
            }
            else if (code is 0 or (>= 0xD800 and <= 0xDFFF) or > 0x10FFFF)
            {
                result.Append('\uFFFD');
            }
            else
            {
                result.Append(new Rune(code));
            }
        }

        return result.Append(rest).ToString();
    }

    /// <summary>Length of the reference that the text begins with, or 0.</summary>
    private static int Length(ReadOnlySpan<char> text, MarkupDialect dialect, out int code)
    {
        code = 0;
        if (text.Length < 3 || text[0] != '&')
            return 0;
        if (text[1] == '#')
            return NumberLength(text, dialect, out code);
        var end = text[..Math.Min(text.Length, Longest)].IndexOf(';');
        if (end < 0 || !Named.TryGetValue(text[1..end], out var found))
            return 0;
        code = found;
        return end + 1;
    }

    private static int NumberLength(ReadOnlySpan<char> text, MarkupDialect dialect, out int code)
    {
        code = 0;
        var isHex = text[2] is 'x' or 'X';
        var start = isHex ? 3 : 2;
        var end = start;
        while (end < text.Length && (isHex ? char.IsAsciiHexDigit(text[end]) : char.IsAsciiDigit(text[end])))
        {
            // Zeros may stand in front without end; a value beyond the last character stays beyond it.
            code = Math.Min(0x110000, code * (isHex ? 16 : 10) + HexValue(text[end]));
            end++;
        }

        if (end == start || end == text.Length && dialect == MarkupDialect.Xml || dialect == MarkupDialect.Xml && text[end] != ';')
            return 0;
        if (dialect == MarkupDialect.Html && code is >= 0x80 and <= 0x9F)
            code = Controls[code - 0x80];
        return end < text.Length && text[end] == ';' ? end + 1 : end;
    }

    private static int HexValue(char digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;

    private static FrozenDictionary<string, char> Table()
    {
        var table = new Dictionary<string, char>(StringComparer.Ordinal);
        var code = '\u00A0';
        foreach (var name in Latin1.Split(' '))
            table.Add(name, code++);
        var others = Others.Split(' ');
        for (var i = 0; i < others.Length; i += 2)
            table.Add(others[i], (char)int.Parse(others[i + 1], CultureInfo.InvariantCulture));
        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
