using System.Text;
using Holdfast.Conversations.Dates;
using Holdfast.Conversations.TextFiles;

namespace Holdfast.Conversations.Formats.WhatsApp;

/// <summary>
/// What a first look at a file teaches: the one shape of its headers, the order of its dates, names that hold a colon,
/// and whose phone wrote it. Reads only as far as it must.
/// </summary>
internal sealed class ChatSurvey
{
    /// <summary>Lines from which the shape is learnt.</summary>
    private const int SampleLines = 3_000;

    private readonly Dictionary<HeaderShape, int> _shapes = [];
    private readonly Dictionary<string, NameUse> _names = new(StringComparer.Ordinal);

    private sealed class NameUse
    {
        public int Count;
        public int WithSecondPart;
        public string? SecondPart;
    }

    /// <summary>The shape; none when every header has a shape of its own (then any header counts).</summary>
    public HeaderShape Shape { get; private set; }

    public DateOrder Order { get; private set; }

    public double OrderConfidence { get; private set; }

    /// <summary>Names that themselves hold ": ", as UTF-8 with the colon and space after them.</summary>
    public IReadOnlyList<byte[]> NamesWithColon { get; private set; } = [];

    /// <summary>The sender of "You deleted this message", whose phone it is.</summary>
    public string? Owner { get; private set; }

    /// <summary>True when the name is a sender in the sample.</summary>
    public bool HasSeenName(string name) => _names.ContainsKey(name);

    public static ChatSurvey Of(ExportFile file, ReadingOptions options)
    {
        var survey = new ChatSurvey();
        using (var lines = new Utf8Lines(file.Open()))
        {
            survey.LearnShape(lines);
        }

        using (var lines = new Utf8Lines(file.Open()))
        {
            survey.LearnOrder(lines, options);
        }

        return survey;
    }

    private void LearnShape(Utf8Lines lines)
    {
        for (var i = 0; i < SampleLines && lines.Read(); i++)
        {
            if (!lines.IsContinued && HeaderParser.TryParse(lines.Line, out var header))
            {
                _shapes[header.Shape] = _shapes.GetValueOrDefault(header.Shape) + 1;
                LearnName(lines.Line[header.BodyStart..]);
            }
        }

        if (_shapes.Count > 0)
        {
            var (shape, count) = _shapes.MaxBy(pair => pair.Value);
            Shape = count > 1 || _shapes.Count == 1 ? shape : default;
        }

        NamesWithColon =
        [
            .. _names.Where(pair => pair.Value.Count >= 3 && pair.Value.SecondPart is not null && pair.Value.WithSecondPart == pair.Value.Count)
                .Select(pair => Encoding.UTF8.GetBytes($"{pair.Key}: {pair.Value.SecondPart}: ")),
        ];
    }

    private void LearnOrder(Utf8Lines lines, ReadingOptions options)
    {
        var evidence = new DateOrderEvidence();
        while (!evidence.IsDecided && lines.Read())
        {
            if (!lines.IsContinued && HeaderParser.TryParse(lines.Line, out var header) && (Shape.IsNone || header.Shape == Shape))
            {
                evidence.Add(header.Date);
            }
        }

        (Order, OrderConfidence) = evidence.Decide();

        // A year of four digits stands where it stands, whatever the person says.
        var isPossible = options.DateOrder != DateOrder.YearMonthDay || !Shape.HasLongYear;
        if (options.DateOrder != DateOrder.Unknown && isPossible && Order != DateOrder.YearMonthDay && OrderConfidence < 1)
        {
            (Order, OrderConfidence) = (options.DateOrder, 1);
        }
    }

    private void LearnName(ReadOnlySpan<byte> rest)
    {
        var colon = SenderSplit.FirstColon(rest);
        if (colon < 0)
        {
            return;
        }

        var name = Encoding.UTF8.GetString(rest[..colon]);
        if (!_names.TryGetValue(name, out var use))
        {
            _names.Add(name, use = new NameUse());
        }

        use.Count++;
        var body = colon + 2 <= rest.Length ? rest[(colon + 2)..] : [];
        if (body.IndexOf(": "u8) is var second and > 0 and < 40)
        {
            var part = Encoding.UTF8.GetString(body[..second]);
            use.WithSecondPart += use.SecondPart is null || use.SecondPart == part ? 1 : 0;
            use.SecondPart ??= part;
        }

        if (Owner is null && body.Length is > 5 and < 80 && BodyClassifier.IsDeletedByOwner(Encoding.UTF8.GetString(body)))
        {
            Owner = SenderSplit.CleanName(name);
        }
    }
}
