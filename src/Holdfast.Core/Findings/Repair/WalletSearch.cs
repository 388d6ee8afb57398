using Holdfast.Findings.Identifiers;

namespace Holdfast.Findings.Repair;

/// <summary>Tries combinations of slips for one kind of address until so many were tried that chance would begin to count.</summary>
internal sealed class WalletSearch(WalletKind kind, string read)
{
    // An address with more letters that its alphabet does not have is something else.
    private const int MostForced = 8;

    private readonly HashSet<string> _found = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Start?> _starts = new(StringComparer.Ordinal);
    private int _left = kind.MostTries(read.Skip(2).Count(c => char.IsAsciiHexDigit(c) && char.IsAsciiLetter(c)));

    /// <summary>The addresses whose checksum holds.</summary>
    internal IEnumerable<string> Found => _found;

    /// <summary>Tries all combinations of slips that together cost exactly as much.</summary>
    /// <param name="spelling">The letters, as many as the address has.</param>
    /// <param name="cost">How seldom the slips are, added up.</param>
    internal void Try(string spelling, int cost)
    {
        if (_left <= 0)
            return;
        if (!_starts.TryGetValue(spelling, out var start))
            _starts.Add(spelling, start = Prepare(spelling));
        if (start is not null)
            Swap(start.Text, start.Places, 0, cost, start.Remainder);
    }

    private Start? Prepare(string spelling)
    {
        var text = (kind.Prefix + spelling[kind.Prefix.Length..]).ToCharArray();
        var (first, places, forced) = (kind.Prefix.Length, new List<Place>(), 0);
        if (kind.IsBech32)
        {
            for (var i = first; i < text.Length; i++)
                text[i] = char.ToLowerInvariant(text[i]);

            // The version stands first and decides how to check: 0 (q) for all but the newest kind (p).
            if (text[first] is 'g' or '9')
                text[first] = 'q';
            if (text[first] is not ('q' or 'p'))
                return null;
            first++;
        }

        for (var i = first; i < text.Length; i++)
        {
            var isForced = !Has(text[i]);
            var choices = Choices(text[i], isForced);
            if (isForced && (choices.Count == 0 || ++forced > MostForced))
                return null;

            // What must be changed stands as its likeliest meaning, and may be another one.
            if (isForced)
            {
                text[i] = choices[0].Meant;
                choices.RemoveAt(0);
            }

            if (choices.Count > 0)
                places.Add(new Place(i, [.. choices]));
        }

        if (!kind.IsBech32)
            return new Start(text, places, 0);

        // The errors of this checksum add up: what each change adds is known beforehand.
        foreach (var place in places)
        {
            for (var i = 0; i < place.Swaps.Length; i++)
                place.Swaps[i] = place.Swaps[i] with { Difference = Bech32.Difference(text[place.At], place.Swaps[i].Meant, text.Length - 1 - place.At) };
        }

        return new Start(text, places, Bech32.Remainder(text, kind.Prefix[..^1]));
    }

    private bool Has(char c) => kind.Letters.Contains(c, StringComparison.Ordinal);

    // A letter that cannot stand here costs nothing to change into what it usually means.
    private List<Slip> Choices(char c, bool isForced)
    {
        var choices = new List<Slip>();
        Add(c);
        if (kind.IsBech32)
            Add(char.ToUpperInvariant(c));
        choices.Sort((a, b) => a.Cost.CompareTo(b.Cost));
        return choices;

        void Add(char from)
        {
            foreach (var (other, cost) in Slips.Of(from))
            {
                var meant = kind.IsBech32 ? char.ToLowerInvariant(other) : other;
                if (meant == c || !Has(meant))
                    continue;
                var slip = new Slip(meant, isForced ? cost - 1 : cost, 0);
                var at = choices.FindIndex(choice => choice.Meant == meant);
                if (at < 0)
                    choices.Add(slip);
                else if (slip.Cost < choices[at].Cost)
                    choices[at] = slip;
            }
        }
    }

    private void Swap(char[] text, List<Place> places, int from, int cost, uint wanted)
    {
        if (cost == 0)
        {
            Check(text, wanted);
            return;
        }

        for (var i = from; i < places.Count && _left > 0; i++)
        {
            var at = places[i].At;
            var was = text[at];
            foreach (var slip in places[i].Swaps)
            {
                // Other meanings of a letter that had to be changed may cost nothing more, but are a change.
                var left = cost - Math.Max(1, slip.Cost);
                if (left < 0)
                    break;
                text[at] = slip.Meant;
                Swap(text, places, i + 1, left, wanted ^ slip.Difference);
            }

            text[at] = was;
        }
    }

    private void Check(char[] text, uint wanted)
    {
        if (_left-- > 0 && wanted == 0 && kind.IsValid(text))
            _found.Add(new string(text));
    }

    private readonly record struct Slip(char Meant, int Cost, uint Difference);

    private readonly record struct Place(int At, Slip[] Swaps);

    private sealed record Start(char[] Text, List<Place> Places, uint Remainder);
}
