using Holdfast.Conversations.Dates;

namespace Holdfast.Conversations.Screenshots;

/// <summary>Names of months and days in the languages of the apps, and the small words between them.</summary>
internal static class CalendarWords
{
    // The languages that letters are read in. A name that two of them share is taken from the first.
    private static readonly string[] Languages = ["en", "it", "es", "fr", "de", "pt"];

    // One row for each language, month 1 to 12, all forms of a month without accents, as Folded gives them.
    private static readonly string[][][] Months =
        [.. Languages.Select(language => DateWords.Shared.Months[language].Select(forms => Array.ConvertAll(forms.Split(' '), form => Folded(form))).ToArray())];

    private static readonly string[] Days =
    [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
        "lunedi", "martedi", "mercoledi", "giovedi", "venerdi", "sabato", "domenica",
        "lunes", "martes", "miercoles", "jueves", "viernes", "sabado", "domingo",
        "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
        "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag",
        "segunda", "terca", "quarta", "quinta", "sexta", "segunda-feira", "terca-feira", "quarta-feira", "quinta-feira", "sexta-feira",
    ];

    private static readonly string[] Relative =
    [
        "today", "yesterday", "oggi", "ieri", "hoy", "ayer", "aujourd'hui", "aujourdhui", "hier", "heute", "gestern", "hoje", "ontem",
    ];

    private static readonly string[] Between =
    [
        "at", "on", "the", "of", "alle", "ore", "le", "a", "las", "la", "de", "del", "el", "um", "uhr", "den", "as", "do", "h", "à", "às", "di", "em",
    ];

    /// <summary>The month that a word names in full or cut short (three letters at least), or 0.</summary>
    internal static int Month(string folded)
    {
        if (folded.Length < 3)
            return 0;
        foreach (var year in Months)
        {
            var month = Array.FindIndex(year, forms => Array.Exists(forms, form => form.StartsWith(folded, StringComparison.Ordinal)));
            if (month >= 0)
                return month + 1;
        }

        return 0;
    }

    /// <summary>True for the name of a day of the week, in full or cut short.</summary>
    internal static bool IsDay(string folded) =>
        folded.Length >= 2 && Array.Exists(Days, day => day.StartsWith(folded, StringComparison.Ordinal));

    /// <summary>True for words such as "today".</summary>
    internal static bool IsRelative(string folded) => Array.IndexOf(Relative, folded) >= 0;

    /// <summary>True for words between day and time.</summary>
    internal static bool IsBetween(string folded) => Array.IndexOf(Between, folded) >= 0;

    /// <summary>Small letters without accents and full stops, so that a lost accent does no harm.</summary>
    internal static string Folded(ReadOnlySpan<char> word)
    {
        Span<char> folded = stackalloc char[Math.Min(word.Length, 40)];
        var count = 0;
        foreach (var c in word[..folded.Length])
        {
            if (c is '.' or ',' or '(' or ')')
                continue;
            folded[count++] = char.ToLowerInvariant(c) switch
            {
                'á' or 'à' or 'â' or 'ä' or 'ã' => 'a',
                'é' or 'è' or 'ê' or 'ë' => 'e',
                'í' or 'ì' or 'î' or 'ï' => 'i',
                'ó' or 'ò' or 'ô' or 'ö' or 'õ' => 'o',
                'ú' or 'ù' or 'û' or 'ü' => 'u',
                'ç' => 'c',
                '’' or '‘' or '`' => '\'',
                var small => small,
            };
        }

        return folded[..count].ToString();
    }
}
