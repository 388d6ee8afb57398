using System.Globalization;
using System.Text;
using Holdfast.Conversations;

namespace Holdfast.Screenshots;

/// <summary>How well pages were read; counts add up.</summary>
internal sealed class Score
{
    private readonly Dictionary<string, (int Right, int All)> _values = new(StringComparer.Ordinal);

    private int _pages, _letters, _errors, _messages, _whole, _found, _speakers, _ordered, _quotes, _quotesRight, _times, _timesRight, _extra;

    internal double Seconds { get; set; }

    /// <summary>Adds one page.</summary>
    internal void Add(DrawnPage page, IReadOnlyList<Message> read, List<string> notes)
    {
        _pages++;
        if (page.Style == "profile")
        {
            // The numbers of a profile may stand in any order: only the values count.
            foreach (var value in page.Messages[0].Values)
                Check(value, string.Join(' ', read.Select(message => message.Text)), page, notes);
            return;
        }

        var truth = page.Messages;
        var rest = read.Where(message => message.Kind != MessageKind.Notice).ToList();
        var last = -1;
        foreach (var message in truth)
        {
            _messages++;
            var text = message.IsPicture ? "" : Plain(message.Text);
            var values = message.IsPicture ? [] : message.Values;
            _letters += text.Length;
            var best = rest.Where(other => message.IsPicture == (other.Kind == MessageKind.Media)).OrderBy(other => Distance(text, Plain(other.Text ?? ""))).FirstOrDefault();
            var distance = best is null ? text.Length : Distance(text, Plain(best.Text ?? ""));
            if (best is null || (distance * 2 > text.Length && text.Length > 0))
            {
                _errors += text.Length;
                notes.Add($"{page.Id}: missing: {text}");
                foreach (var value in values)
                    Count(value, false);
                continue;
            }

            rest.Remove(best);
            _found++;
            _errors += distance;
            _whole += distance == 0 ? 1 : 0;
            if (distance > 0)
                notes.Add($"{page.Id}: {distance}: {text} <> {Plain(best.Text ?? "")}");
            var mine = best.From is "Me" or "river.song";
            var right = mine == message.IsMine && (message.IsMine || !page.IsGroup || Near(best.From, message.Name));
            _speakers += right ? 1 : 0;
            if (!right)
                notes.Add($"{page.Id}: speaker {message.Name} <> {best.From}: {text}");
            var at = read.ToList().IndexOf(best);
            _ordered += at > last ? 1 : 0;
            last = Math.Max(last, at);
            foreach (var value in values)
                Check(value, best.Text ?? "", page, notes);

            if (message.Quoted is { } quoted && page.Style is not ("snapchat" or "discord" or "slack"))
            {
                _quotes++;
                _quotesRight += Distance(Plain(quoted), Plain(best.Quoted ?? "")) * 5 <= quoted.Length ? 1 : 0;
                if (Distance(Plain(quoted), Plain(best.Quoted ?? "")) * 5 > quoted.Length)
                    notes.Add($"{page.Id}: quoted {quoted} <> {best.Quoted}");
            }

            if (page.Style is "whatsapp" or "telegram" or "signal" or "sms")
            {
                _times++;
                var isRight = Bare(best.PrintedTime ?? "").EndsWith(Bare(message.Time), StringComparison.OrdinalIgnoreCase);
                _timesRight += isRight ? 1 : 0;
                if (!isRight)
                    notes.Add($"{page.Id}: time {message.Time} <> {best.PrintedTime}");
            }
        }

        foreach (var notice in read.Where(message => message.Kind == MessageKind.Notice))
            notes.Add($"{page.Id}: notice: {notice.Text}");
        foreach (var extra in rest)
        {
            _extra++;
            _errors += Plain(extra.Text ?? "").Length;
            notes.Add($"{page.Id}: extra: {extra.Kind} {Plain(extra.Text ?? "")}");
        }
    }

    /// <summary>The head of the table.</summary>
    internal static string Head =>
        "| what | pictures | CER | messages whole | found | extra | right speaker | in order | quotes | times | user names | links | e-mail | IBAN | wallets | amounts | s a picture |\n" +
        "|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|";

    /// <summary>One row.</summary>
    internal string Row(string what) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {what} | {_pages} | {100.0 * _errors / Math.Max(1, _letters):0.00} % | {Share(_whole, _messages)} | {Share(_found, _messages)} | {_extra} | {Share(_speakers, _found)} | {Share(_ordered, _found)} | {Share(_quotesRight, _quotes)} | {Share(_timesRight, _times)} | {Of("user")} | {Of("link")} | {Of("email")} | {Of("iban")} | {Of("wallet")} | {Of("amount")} | {Seconds / Math.Max(1, _pages):0.00} |");

    /// <summary>Errors in a hundred letters.</summary>
    internal double CharacterErrors => 100.0 * _errors / Math.Max(1, _letters);

    /// <summary>Right speakers in a hundred messages that were found.</summary>
    internal double Speakers => 100.0 * _speakers / Math.Max(1, _found);

    private string Of(string kind) => _values.TryGetValue(kind, out var value) ? Share(value.Right, value.All) : "";

    private void Check(ExactValue value, string text, DrawnPage page, List<string> notes)
    {
        var isThere = Bare(text).Contains(Bare(value.Text), StringComparison.Ordinal);
        Count(value, isThere);
        if (!isThere)
            notes.Add($"{page.Id}: {value.Kind} {value.Text} not in {text}");
    }

    private void Count(ExactValue value, bool right)
    {
        var (was, all) = _values.GetValueOrDefault(value.Kind);
        _values[value.Kind] = (was + (right ? 1 : 0), all + 1);
    }

    private static string Share(int part, int all) => all == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{100.0 * part / all:0.0} %");

    private static bool Near(string? read, string name) => read is not null && Distance(read, name) * 4 <= name.Length;

    private static string Bare(string text) => text.Replace(" ", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal);

    // Emoji are left out on both sides; white space of any kind is one space; typographic quotes are plain ones.
    private static string Plain(string text)
    {
        var plain = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value > 0xffff || rune.Value is 0xfe0f or 0x200d)
                continue;
            if (Rune.IsWhiteSpace(rune))
            {
                if (plain.Length > 0 && plain[^1] != ' ')
                    plain.Append(' ');
                continue;
            }

            plain.Append(rune.Value switch { 0x2019 or 0x2018 => "'", 0x201c or 0x201d => "\"", 0x2014 or 0x2013 => "-", _ => rune.ToString() });
        }

        return plain.ToString().Trim();
    }

    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0]++;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                (diagonal, row[j]) = (row[j], cost);
            }
        }

        return row[b.Length];
    }
}
