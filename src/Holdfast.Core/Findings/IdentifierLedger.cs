using Holdfast.Conversations;
using Holdfast.Findings.Identifiers;

namespace Holdfast.Findings;

/// <summary>Collects identifiers over all messages, each once, with the places where it was seen.</summary>
internal sealed class IdentifierLedger(RecogniserOptions options)
{
    private readonly IdentifierFinder _finder = new(options.Phones ?? new InternationalPhoneNumbers(), options.Country);
    private readonly Dictionary<(string Kind, string Value), Entry> _entries = [];
    private readonly List<IdentifierMatch> _matches = [];

    private sealed class Entry
    {
        public required IdentifierMatch First { get; init; }
        public List<Quote> Quotes { get; } = [];
        public long Occurrences { get; set; }
        public bool OnlyOwner { get; set; } = true;
        public string? OnlySpeaker { get; set; }
        public bool HasSeveralSpeakers { get; set; }
        public int Conversation { get; set; }
    }

    /// <summary>True when there were more different identifiers than are kept.</summary>
    public bool WasLimited { get; private set; }

    public void LookAt(string text, Message message, int conversation, long position, bool isOwner)
    {
        if (!_finder.MightContain(text))
        {
            return;
        }

        _matches.Clear();
        _finder.Find(text, _matches);
        foreach (var match in _matches)
        {
            Note(match, new Quote(conversation, position, match.Start, match.Length, match.Seen, message), isOwner);
        }
    }

    /// <summary>A sender who is not in the address book appears under a telephone number; a mail has its address.</summary>
    public void LookAtName(string name, Message message, int conversation, long position, bool isOwner)
    {
        foreach (var text in message.FromId is { } id && id.Contains('@') && id != name ? [name, id] : (string[])[name])
        {
            if (_finder.MightContain(text))
            {
                _matches.Clear();
                _finder.Find(text, _matches);
                foreach (var match in _matches)
                {
                    Note(match, new Quote(conversation, position, 0, 0, match.Seen, message), isOwner);
                }
            }
        }
    }

    /// <summary>All identifiers, those of the other party first, in order of first appearance.</summary>
    /// <param name="owners">The owner of each conversation, as known at the end.</param>
    public IReadOnlyList<IdentifierFinding> All(IReadOnlyList<string?> owners) =>
    [
        .. _entries.Values.Select(entry => new IdentifierFinding(
                entry.First.Kind.Name(), entry.First.Seen, entry.First.Value, entry.First.ChecksOut, entry.Quotes, entry.Occurrences)
            {
                Platform = entry.First.Platform ?? entry.First.Brand,
                WrittenByOwner = entry.OnlyOwner
                    || (!entry.HasSeveralSpeakers && entry.OnlySpeaker is { } speaker && entry.Conversation < owners.Count
                        && owners[entry.Conversation] == speaker),
            })
            .OrderBy(finding => finding.WrittenByOwner),
    ];

    private void Note(IdentifierMatch match, Quote quote, bool isOwner)
    {
        var key = (match.Kind.Name(), match.Value);
        if (!_entries.TryGetValue(key, out var entry))
        {
            if (_entries.Count >= options.MaxIdentifiers)
            {
                WasLimited = true;
                return;
            }

            _entries.Add(key, entry = new Entry { First = match, OnlySpeaker = quote.Source.From, Conversation = quote.Conversation });
        }

        entry.Occurrences++;
        entry.OnlyOwner &= isOwner;
        entry.HasSeveralSpeakers |= entry.OnlySpeaker != quote.Source.From || entry.Conversation != quote.Conversation;
        if (entry.Quotes.Count < options.MaxQuotes)
        {
            entry.Quotes.Add(quote);
        }
    }
}
