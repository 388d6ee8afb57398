using Holdfast.Conversations;
using Holdfast.Findings.Signs;
using Holdfast.Findings.Text;

namespace Holdfast.Findings.Demands;

/// <summary>
/// Collects what is demanded: the amount, how it should be paid and until when, which often stand in messages that
/// follow one another.
/// </summary>
internal sealed class DemandLedger
{
    private const int MostDemands = 60;
    private const int Neighbours = 6;

    private readonly List<Entry> _entries = [];
    private Entry? _open;

    private sealed class Entry
    {
        public required int Conversation { get; init; }
        public required string Kind { get; init; }
        public string? Speaker { get; init; }
        public long LastMessage { get; set; }
        public decimal? Amount { get; set; }
        public string? Currency { get; set; }
        public string? Rail { get; set; }
        public string? Deadline { get; set; }
        public List<Quote> Quotes { get; } = [];
    }

    public void Begin() => _open = null;

    /// <summary>True when the message may name how or until when to pay what was demanded shortly before.</summary>
    public bool Awaits(Message message, int conversation, long position) =>
        _open is { } open && open.Conversation == conversation && open.Speaker == message.From
        && position - open.LastMessage <= Neighbours && (open.Rail is null || open.Deadline is null);

    /// <summary>Looks at a message that shows at least one sign, or that <see cref="Awaits"/>.</summary>
    public void LookAt(string text, IReadOnlyList<SignHit> hits, SignKind[] kinds, Message message, int conversation, long position)
    {
        var awaited = Awaits(message, conversation, position);
        if (_entries.Count >= MostDemands && !awaited)
        {
            return;
        }

        ulong seen = 0;
        foreach (var hit in hits)
        {
            seen |= 1UL << (int)kinds[hit.Sign];
        }

        bool Has(SignKind sign) => (seen & 1UL << (int)sign) != 0;

        var kind = Has(SignKind.MoreImagesDemand) ? "images" : Has(SignKind.ActDemand) ? "act" : Has(SignKind.AccountDemand) ? "account" : null;
        var asksMoney = Has(SignKind.MoneyDemand) || Has(SignKind.RepeatedDemand) || Has(SignKind.PaymentMethod);
        var isNear = asksMoney || Has(SignKind.ThreatToPublish) || Has(SignKind.Deadline) || Has(SignKind.HasImagesClaim) || Has(SignKind.ThreatOfRuin);
        if (kind is null && !isNear && !awaited)
        {
            return;
        }

        var folded = PlainFold.Of(text);
        var rail = PaymentTerms.Shared.RailIn(folded);
        var deadline = Has(SignKind.Deadline)
            ? hits.Where(hit => kinds[hit.Sign] == SignKind.Deadline).Select(hit => text.Substring(hit.Start, hit.Length)).First()
            : null;
        var amount = BestAmount(text, hits, kinds, asksMoney);
        if (amount is null && awaited && kind is null)
        {
            Complete(_open!, rail, deadline, hits, kinds, text, message, conversation, position);
            return;
        }

        if (kind is null && amount is null && !asksMoney)
        {
            return;
        }

        if (_entries.Count >= MostDemands)
        {
            return;
        }

        var entry = new Entry
        {
            Conversation = conversation,
            Kind = kind is not null && amount is null ? kind : "money",
            Speaker = message.From,
            LastMessage = position,
            Amount = amount?.Value,
            Currency = amount?.Currency,
            Rail = rail,
            Deadline = deadline,
        };
        AddQuotes(entry, hits, kinds, text, message, conversation, position);
        _entries.Add(entry);
        _open = entry;
    }

    /// <summary>The demands of those conversations that show something.</summary>
    public IReadOnlyList<Demand> All(IEnumerable<bool> telling)
    {
        var isTelling = telling.ToList();
        return
        [
            .. _entries.Where(entry => entry.Conversation < isTelling.Count && isTelling[entry.Conversation])
                .Select(entry => new Demand(entry.Amount, entry.Currency, entry.Rail, entry.Deadline, entry.Quotes) { Kind = entry.Kind }),
        ];
    }

    private static void Complete(
        Entry open, string? rail, string? deadline, IReadOnlyList<SignHit> hits, SignKind[] kinds, string text, Message message, int conversation, long position)
    {
        if ((rail is not null && open.Rail is null) || (deadline is not null && open.Deadline is null))
        {
            open.Rail ??= rail;
            open.Deadline ??= deadline;
            open.LastMessage = position;
            AddQuotes(open, hits, kinds, text, message, conversation, position);
        }
    }

    private static void AddQuotes(
        Entry entry, IReadOnlyList<SignHit> hits, SignKind[] kinds, string text, Message message, int conversation, long position)
    {
        foreach (var hit in hits)
        {
            if (kinds[hit.Sign] is SignKind.MoneyDemand or SignKind.PaymentMethod or SignKind.RepeatedDemand or SignKind.MoreImagesDemand or SignKind.ActDemand
                or SignKind.AccountDemand or SignKind.Deadline)
            {
                entry.Quotes.Add(new Quote(conversation, position, hit.Start, hit.Length, text.Substring(hit.Start, hit.Length), message));
            }
        }

        if (entry.Quotes.Count == 0 && hits.Count > 0)
        {
            var hit = hits[0];
            entry.Quotes.Add(new Quote(conversation, position, hit.Start, hit.Length, text.Substring(hit.Start, hit.Length), message));
        }
    }

    /// <summary>The largest amount with a currency, or else a number inside the words of a demand.</summary>
    private static Amount? BestAmount(string text, IReadOnlyList<SignHit> hits, SignKind[] kinds, bool asksMoney)
    {
        var amounts = AmountFinder.Find(text);
        var named = amounts.Where(amount => amount.Currency is not null).ToList();
        if (named.Count > 0)
        {
            // "1 BTC (about $40,000)": the first one named is the one demanded.
            return named[0];
        }

        if (!asksMoney)
        {
            return null;
        }

        var demands = hits.Where(hit => kinds[hit.Sign] is SignKind.MoneyDemand or SignKind.RepeatedDemand).ToList();
        var inside = amounts.Where(amount => demands.Any(hit => amount.Start >= hit.Start && amount.Start < hit.Start + hit.Length)).ToList();
        return inside.Count > 0 ? inside[0] : null;
    }
}
