namespace Holdfast.Findings.Identifiers;

/// <summary>One search in one text: what the recognisers read and where they put what they find.</summary>
internal sealed class IdentifierSearch(ReadableText readable, IPhoneNumbers phones, string? region)
{
    private readonly List<Candidate> _candidates = [];

    /// <summary>The text as it is read; its positions are not those of the original.</summary>
    public string Text => readable.Text;

    /// <summary>Finds telephone numbers.</summary>
    public IPhoneNumbers Phones => phones;

    /// <summary>The country whose national numbers are meant, if any.</summary>
    public string? Region => region;

    /// <summary>The groups of digits in the text.</summary>
    public IReadOnlyList<DigitGroup> Digits => field ??= DigitGroup.In(readable.Text);

    /// <summary>What was found so far.</summary>
    public IReadOnlyList<Candidate> Candidates => _candidates;

    /// <summary>Adds what checks out, or has nothing to check.</summary>
    public void Add(IdentifierKind kind, int start, int end, string value, Rank rank, string? platform = null, string? brand = null) =>
        _candidates.Add(new Candidate(kind, start, end, value, rank, true, platform, brand));

    /// <summary>Adds what has the shape but a wrong checksum; its value is what was read.</summary>
    public void AddBroken(IdentifierKind kind, int start, int end, string? value = null) =>
        _candidates.Add(new Candidate(kind, start, end, value ?? readable.Text[start..end], Rank.Broken, false, null, null));

    /// <summary>Settles overlaps and writes the results in the order of the text.</summary>
    public void Finish(List<IdentifierMatch> results)
    {
        if (_candidates.Count == 0)
            return;
        _candidates.Sort(Candidate.ByPreference);
        var taken = _candidates.Count > 1 ? new bool[readable.Text.Length] : [];
        var kept = new List<Candidate>(_candidates.Count);
        foreach (var candidate in _candidates)
        {
            if (taken.Length > 0)
            {
                var place = taken.AsSpan(candidate.Start, candidate.End - candidate.Start);
                if (place.Contains(true))
                    continue;
                place.Fill(true);
            }

            kept.Add(candidate);
        }

        kept.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        foreach (var candidate in kept)
            results.Add(ToMatch(candidate));
    }

    private IdentifierMatch ToMatch(Candidate candidate)
    {
        var (start, length) = readable.Place(candidate.Start, candidate.End);

        // The masked digits come from the readable text: there every digit is plain, so that none is missed.
        var seen = candidate.Kind == IdentifierKind.Card
            ? PaymentCard.Mask(readable.Text.AsSpan(candidate.Start, candidate.End - candidate.Start))
            : readable.Original.Substring(start, length);
        return new IdentifierMatch(candidate.Kind, start, length, seen, candidate.Value, candidate.ChecksOut)
        {
            Platform = candidate.Platform,
            Brand = candidate.Brand,
        };
    }
}

/// <summary>What a recogniser found, before overlaps are settled. Positions are those of the readable text.</summary>
internal readonly record struct Candidate(
    IdentifierKind Kind, int Start, int End, string Value, Rank Rank, bool ChecksOut, string? Platform, string? Brand)
{
    /// <summary>The best first: rank, then length, then place.</summary>
    public static readonly Comparison<Candidate> ByPreference = static (a, b) =>
        a.Rank != b.Rank ? b.Rank.CompareTo(a.Rank) :
        a.End - a.Start != b.End - b.Start ? (b.End - b.Start).CompareTo(a.End - a.Start) :
        a.Start != b.Start ? a.Start.CompareTo(b.Start) : a.Kind.CompareTo(b.Kind);

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => $"candidate ({Kind.Name()})";
}

/// <summary>Digits without a break.</summary>
internal readonly record struct DigitGroup(int Start, int Length)
{
    /// <summary>One past the last digit.</summary>
    public int End => Start + Length;

    /// <summary>All groups of a text, in order.</summary>
    public static List<DigitGroup> In(string text)
    {
        var groups = new List<DigitGroup>();
        var at = 0;
        while (at < text.Length)
        {
            var skip = text.AsSpan(at).IndexOfAnyInRange('0', '9');
            if (skip < 0)
                break;
            var start = at + skip;
            var length = text.AsSpan(start).IndexOfAnyExceptInRange('0', '9');
            at = length < 0 ? text.Length : start + length;
            groups.Add(new DigitGroup(start, at - start));
        }

        return groups;
    }
}
