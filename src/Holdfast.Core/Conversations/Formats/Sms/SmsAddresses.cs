namespace Holdfast.Conversations.Formats.Sms;

/// <summary>
/// Tells when two spellings are one number: <c>+44 7700 900123</c>, <c>0044 7700 900123</c> and <c>07700 900123</c> are. Backups mix
/// them within one thread. A number with its country and one without are the same when the one ends with the other; the
/// table of countries that would make it sure is not at hand here, and a mistake only puts two threads together.
/// </summary>
internal sealed class SmsAddresses
{
    private const int Tail = 8;

    // Few real numbers share their last eight digits; a crafted file could name a million that do.
    private const int MostAlike = 16;

    private readonly Dictionary<string, List<(string Digits, string Key)>> _byTail = new(StringComparer.Ordinal);

    /// <summary>How many numbers are known.</summary>
    internal int Count => _byTail.Count;

    /// <summary>A key that all spellings of one number share. Short numbers, names and mail addresses are their own key.</summary>
    internal string Key(string address)
    {
        var digits = Digits(address, out var isInternational);
        if (digits.Length < Tail)
            return digits.Length > 0 ? digits : address;
        var tail = digits[^Tail..];
        if (!_byTail.TryGetValue(tail, out var alike))
            _byTail.Add(tail, alike = []);
        foreach (var (known, key) in alike)
        {
            var knownIsInternational = key[0] == '+';
            if (known == digits || !(isInternational && knownIsInternational) && IsEndOf(known, digits))
                return key;
        }

        var own = isInternational ? "+" + digits : digits;
        if (alike.Count < MostAlike)
            alike.Add((digits, own));
        return own;
    }

    private static bool IsEndOf(string one, string other) =>
        one.EndsWith(other, StringComparison.Ordinal) || other.EndsWith(one, StringComparison.Ordinal);

    /// <summary>The digits without what stands before a country's or a city's number; empty for what is no number.</summary>
    private static string Digits(string address, out bool isInternational)
    {
        isInternational = false;
        Span<char> digits = stackalloc char[40];
        var count = 0;
        foreach (var c in address)
        {
            if (char.IsAsciiDigit(c) && count < digits.Length)
                digits[count++] = c;
            else if (c == '+' && count == 0)
                isInternational = true;
            else if (c is not (' ' or '\u00A0' or '-' or '.' or '(' or ')' or '/' or '\u202A' or '\u202C' or '\u200E'))
                return "";
        }

        var number = digits[..count];
        if (isInternational || count < Tail || number[0] != '0')
            return number.ToString();
        isInternational = number[1] == '0';
        return number[(isInternational ? 2 : 1)..].ToString();
    }
}
