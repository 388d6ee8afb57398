using Holdfast.Conversations.Dates;
using Holdfast.Conversations.TextFiles;

namespace Holdfast.Conversations.Formats.Line;

/// <summary>
/// What a first look at a LINE history teaches: TAB or space between the columns, the order of day and month, and, where spaces
/// separate names from words, the names.
/// </summary>
internal sealed class LineSurvey
{
    private const int LongestName = 60;
    private const int MostNames = 5_000;

    private readonly Dictionary<string, (int Count, string Common)> _begins = new(StringComparer.Ordinal);
    private readonly List<string> _days = [];
    private string? _title;
    private string? _saved;

    /// <summary>True when TABs separate the columns.</summary>
    internal bool IsTabbed { get; private set; }

    /// <summary>The order of day and month.</summary>
    internal LearntOrder Order { get; private set; }

    /// <summary>Looks through a file. One that cannot be opened is reported when it is read.</summary>
    internal static LineSurvey Of(ExportFile file, ReadingOptions options)
    {
        var survey = new LineSurvey();
        try
        {
            using var lines = new TextLines(file.Open(), LineFile.LongestPiece);
            for (var first = true; lines.MoveNext();)
            {
                if (!lines.Current.Continues && lines.Current.Length > 0)
                    survey.Learn(lines.Current.Text, ref first);
            }
        }
        catch (IOException)
        {
            return survey;
        }

        survey.Order = LearntOrder.Of(survey._saved is null ? survey._days : survey._days.Prepend(survey._saved), options);
        return survey;
    }

    /// <summary>Cuts a line without TABs into sender and words; the length of the name.</summary>
    internal int NameLength(ReadOnlySpan<char> rest)
    {
        if (_title is not null && Begins(rest, _title))
            return _title.Length;
        var word = rest.IndexOf(' ') is var space and > 0 ? rest[..space] : rest;
        return _begins.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var known) && known.Count > 1
            && known.Common.TrimEnd() is var name && Begins(rest, name) ? name.Length : word.Length;
    }

    private static bool Begins(ReadOnlySpan<char> rest, string name) =>
        rest.StartsWith(name, StringComparison.Ordinal) && (rest.Length == name.Length || rest[name.Length] == ' ');

    private void Learn(string text, ref bool first)
    {
        if (first)
        {
            _title = LineTitle.Read(text, out _);
            first = false;
        }
        else if (_days.Count == 0 && _begins.Count == 0 && SavedOn(text) is { } saved)
        {
            // "Saved on: 26/04/2026, 04:36PM" is written as the days are.
            _saved = saved;
        }
        else if (LineHead.TryParse(text, out var head))
        {
            IsTabbed |= head.IsTabbed;
            if (!head.IsTabbed)
                LearnName(text[head.RestStart..]);
        }
        else if (LineDay.Is(text) && _days.Count < 100_000)
        {
            _days.Add(text);
        }
    }

    private static string? SavedOn(string line)
    {
        var colon = line.AsSpan().IndexOfAny(':', '：');
        return colon is > 0 and < 40 && !char.IsAsciiDigit(line[0]) && CultureStamp.TryParse(line.AsSpan(colon + 1).Trim(), out _) ? line[(colon + 1)..].Trim() : null;
    }

    // What all lines with one first word have in common, up to a space, is the name; a name may have spaces.
    private void LearnName(string rest)
    {
        if (_title is not null && Begins(rest, _title))
            return;
        var word = rest.IndexOf(' ', StringComparison.Ordinal) is var space and > 0 ? rest[..space] : rest;
        var begin = rest[..Math.Min(rest.Length, LongestName)];
        if (!_begins.TryGetValue(word, out var known))
        {
            if (_begins.Count < MostNames)
                _begins.Add(word, (1, begin));
            return;
        }

        var length = known.Common.AsSpan().CommonPrefixLength(begin);
        var common = known.Common[..length];
        if (length < known.Common.Length || length < begin.Length)
            common = common.LastIndexOf(' ') is var end and > 0 ? common[..(end + 1)] : word;
        _begins[word] = (known.Count + 1, common.Length < word.Length ? word : common);
    }
}
