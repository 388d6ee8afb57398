using System.Collections.Frozen;

namespace Holdfast.Conversations.Formats.PlainText;

/// <summary>
/// Decides which words before a colon are names. Nothing in pasted text says so; what repeats, or is short and no usual
/// label, is taken for one. A sentence with a colon in it stays a sentence.
/// </summary>
internal sealed class SpeakerNames
{
    private const int Most = 10_000;
    private const int LongestName = 40;

    // Fields of pasted e-mails and forms, in the languages of the mail programs, and labels inside demands.
    private static readonly FrozenSet<string> Labels = FrozenSet.ToFrozenSet(
    [
        "from", "to", "cc", "bcc", "subject", "date", "sent", "re", "fw", "fwd", "reply-to",
        "von", "an", "betreff", "gesendet", "datum", "de", "\u00E0", "a", "para", "objet", "envoy\u00E9", "asunto", "enviado", "fecha",
        "assunto", "enviada", "data", "da", "oggetto", "inviato", "aan", "onderwerp", "verzonden", "od", "do", "temat",
        "\u043E\u0442", "\u043A\u043E\u043C\u0443", "\u0442\u0435\u043C\u0430", "\u0434\u0430\u0442\u0430",
        "note", "ps", "p.s.", "p.s", "warning", "attention", "important", "deadline", "amount", "price", "total", "btc", "bitcoin",
        "wallet", "address", "btc address", "bitcoin address", "bitcoin wallet", "btc wallet", "usdt", "eth", "link", "url", "http",
        "https", "phone", "tel", "email", "e-mail", "mail", "username", "user", "password", "account", "name", "number", "id", "time",
        "step 1", "step 2", "step 3", "option 1", "option 2", "q", "answer", "question", "edit", "update", "example", "remember",
        "paypal", "cash app", "cashapp", "gift card", "code", "card", "iban", "instagram", "snapchat", "telegram", "whatsapp",
        "achtung", "hinweis", "wichtig", "betrag", "adresse", "nota", "importante", "monto", "direcci\u00F3n", "endere\u00E7o",
        "montant", "attenzione", "importo", "indirizzo",
    ], StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly ReadingOptions _options;
    private long _turns;
    private HashSet<string> _names = [];

    internal SpeakerNames(ReadingOptions options) => _options = options;

    /// <summary>Counts a candidate.</summary>
    internal void Count(string name)
    {
        if (!CanBeName(name))
            return;
        if (_counts.TryGetValue(name, out var count))
            _counts[name] = unchecked(count + 1);
        else if (_counts.Count < Most)
            _counts[name] = 1;
    }

    /// <summary>Chooses the names; false when the text is prose.</summary>
    /// <param name="lines">How many lines with anything in them the text has.</param>
    internal bool Choose(long lines)
    {
        var repeats = _counts.Values.Any(c => c > 1);
        _names = new HashSet<string>(
            _counts.Where(p => p.Value > 1 || IsShort(p.Key) || IsMe(p.Key)).Select(p => p.Key), StringComparer.Ordinal);
        _turns = _names.Sum(n => (long)_counts[n]);
        if (_names.Count == 0 || _turns < 2)
            return false;
        // One voice that repeats, or two that each speak once, must fill a good part of the text to be believed.
        return repeats && _names.Count > 1 ? _turns * 8 >= lines : _turns * 2 >= lines;
    }

    /// <summary>True when the candidate was chosen.</summary>
    internal bool IsName(string name) => _names.Contains(name);

    private bool IsMe(string name) => _options.Me.Contains(name, StringComparer.OrdinalIgnoreCase);

    // Seen once, only one or two words are believed ("or I send it: all of it" is a sentence).
    private static bool IsShort(string name) => name.AsSpan().Count(' ') <= 1 && name.Length <= 24;

    private static bool CanBeName(string name)
    {
        if (name.Length > LongestName || name.AsSpan().Count(' ') > 4 || Labels.Contains(name) || Labels.Contains(name.Trim('*', '-', '>', ' ')))
            return false;
        if (name.AsSpan().ContainsAny("!?;\"[]{}<>=|\\\t") || name.Contains(", ", StringComparison.Ordinal)
            || name.Contains(". ", StringComparison.Ordinal) || name.Contains("//", StringComparison.Ordinal))
            return false;
        // "1: first, 2: second" is a list. A phone number is a name.
        var digits = name.Count(char.IsAsciiDigit);
        return name.Any(c => char.IsLetter(c) || char.IsSurrogate(c)) || digits >= 5;
    }
}
