using System.Globalization;

namespace Holdfast.Conversations.Formats.Pdf;

/// <summary>What the codes of the fonts with one byte a letter mean (ISO 32000-1, annex D; Adobe Glyph List).</summary>
internal static class PdfLetters
{
    // 0x80 to 0x9F of Windows-1252, which WinAnsiEncoding is.
    private const string High = "\u20AC\u2022\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u2022\u017D\u2022"
        + "\u2022\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u2022\u017E\u0178";

    // 0x80 to 0xFF of Mac OS Roman (Unicode Consortium, ROMAN.TXT).
    private const string Mac =
        "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00A0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uF8FFÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";

    // Names of the letters whose name is not the letter itself, by their place in ASCII and Latin-1.
    private static readonly Dictionary<string, string> Glyphs = Names();

    /// <summary>The letter of a code in a named encoding; an unnamed one is taken for WinAnsi, in which nearly all text is.</summary>
    internal static string Of(string encoding, int code)
    {
        var letter = code < 0x80 ? (char)code
            : encoding == "MacRomanEncoding" ? Mac[code - 0x80]
            : code < 0xA0 ? High[code - 0x80]
            : (char)code;
        return letter.ToString();
    }

    /// <summary>The letters that a glyph name stands for; null when it is not known.</summary>
    internal static string? OfGlyph(string name)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        if (dot > 0)
            name = name[..dot];
        if (name.Length == 1)
            return name;
        if (Glyphs.TryGetValue(name, out var known))
            return known;
        var hex = name.StartsWith("uni", StringComparison.Ordinal) && name.Length >= 7 ? name.AsSpan(3, 4)
            : name[0] == 'u' && name.Length is >= 5 and <= 7 ? name.AsSpan(1)
            : default;
        return !hex.IsEmpty && int.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            && value is > 0 and < 0xD800 or > 0xDFFF and < 0x110000 ? char.ConvertFromUtf32(value) : null;
    }

    private static Dictionary<string, string> Names()
    {
        const string Text =
            "space=  exclam=! quotedbl=\" numbersign=# dollar=$ percent=% ampersand=& quotesingle=' quoteright=\u2019 quoteleft=\u2018 parenleft=( parenright=) "
            + "asterisk=* plus=+ comma=, hyphen=- minus=\u2212 period=. slash=/ zero=0 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 colon=: "
            + "semicolon=; less=< equal== greater=> question=? at=@ bracketleft=[ backslash=\\ bracketright=] asciicircum=^ underscore=_ grave=` braceleft={ "
            + "bar=| braceright=} asciitilde=~ exclamdown=¡ cent=¢ sterling=£ currency=¤ yen=¥ brokenbar=¦ section=§ dieresis=¨ copyright=© ordfeminine=ª "
            + "guillemotleft=« logicalnot=¬ registered=® macron=¯ degree=° plusminus=± acute=´ mu=µ paragraph=¶ periodcentered=· cedilla=¸ ordmasculine=º "
            + "guillemotright=» questiondown=¿ Agrave=À Aacute=Á Acircumflex=Â Atilde=Ã Adieresis=Ä Aring=Å AE=Æ Ccedilla=Ç Egrave=È Eacute=É "
            + "Ecircumflex=Ê Edieresis=Ë Igrave=Ì Iacute=Í Icircumflex=Î Idieresis=Ï Eth=Ð Ntilde=Ñ Ograve=Ò Oacute=Ó Ocircumflex=Ô Otilde=Õ "
            + "Odieresis=Ö multiply=× Oslash=Ø Ugrave=Ù Uacute=Ú Ucircumflex=Û Udieresis=Ü Yacute=Ý Thorn=Þ germandbls=ß agrave=à aacute=á "
            + "acircumflex=â atilde=ã adieresis=ä aring=å ae=æ ccedilla=ç egrave=è eacute=é ecircumflex=ê edieresis=ë igrave=ì iacute=í "
            + "icircumflex=î idieresis=ï eth=ð ntilde=ñ ograve=ò oacute=ó ocircumflex=ô otilde=õ odieresis=ö divide=÷ oslash=ø ugrave=ù "
            + "uacute=ú ucircumflex=û udieresis=ü yacute=ý thorn=þ ydieresis=ÿ Euro=€ bullet=• endash=– emdash=— ellipsis=… quotedblleft=“ "
            + "quotedblright=” quotedblbase=„ quotesinglbase=‚ guilsinglleft=‹ guilsinglright=› dagger=† daggerdbl=‡ perthousand=‰ trademark=™ "
            + "OE=Œ oe=œ Scaron=Š scaron=š Zcaron=Ž zcaron=ž Ydieresis=Ÿ florin=ƒ circumflex=ˆ tilde=˜ fi=fi fl=fl ff=ff ffi=ffi ffl=ffl dotlessi=ı "
            + "nbspace=\u00A0 Lslash=Ł lslash=ł";
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in Text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var at = pair.IndexOf('=', StringComparison.Ordinal);
            names[pair[..at]] = pair.Length == at + 1 ? " " : pair[(at + 1)..];
        }

        return names;
    }
}
