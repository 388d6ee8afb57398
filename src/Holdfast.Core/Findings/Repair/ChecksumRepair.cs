using System.Text;
using Holdfast.Conversations;
using Holdfast.Conversations.Screenshots;
using Holdfast.Findings.Identifiers;

namespace Holdfast.Findings.Repair;

/// <summary>
/// Repairs IBANs and addresses of crypto-currencies that a machine misread, when their checksum fails and the usual slips
/// lead to exactly one value whose checksum holds. Names of accounts, links and words are never changed.
/// </summary>
public sealed class ChecksumRepair : ITextRepair
{
    // So many values in one text are searched for; each search is bounded by itself.
    private const int MostValues = 6;
    private const int Shortest = 25;
    private const int Longest = 100;

    /// <inheritdoc/>
    public RepairedText Repair(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var repairs = new List<RepairedValue>();
        var result = new StringBuilder();
        var (at, left) = (0, MostValues);
        while (at < text.Length)
        {
            if (left > 0 && StartsWord(text, at) && (TryIban(text, at, ref left, out var value, out var end) || TryWallet(text, at, ref left, out value, out end)))
            {
                repairs.Add(new RepairedValue(result.Length, value.Length, text[at..end]));
                result.Append(value);
                at = end;
            }
            else
            {
                result.Append(text[at++]);
            }
        }

        return repairs.Count == 0 ? new RepairedText(text, []) : new RepairedText(result.ToString(), repairs);
    }

    private static bool IsLetter(char c) => char.IsAsciiLetterOrDigit(c) || c is '|';

    private static bool StartsWord(string text, int at) => IsLetter(text[at]) && (at == 0 || !(IsLetter(text[at - 1]) || text[at - 1] is '/' or '@' or '_' or '.'));

    private static bool TryIban(string text, int at, ref int left, out string value, out int end)
    {
        (value, end) = ("", at);
        if (text.Length - at < 15)
            return false;
        var length = Iban.LengthFor(Slips.AsLetter(text[at]), Slips.AsLetter(text[at + 1]));
        if (length == 0 || !char.IsAsciiDigit(Slips.AsDigit(text[at + 2])) || !char.IsAsciiDigit(Slips.AsDigit(text[at + 3])))
            return false;
        Span<char> letters = stackalloc char[Iban.Longest];
        var (count, digits, gap) = (0, 0, false);
        for (end = at; end < text.Length && count < length; end++)
        {
            if (!IsLetter(text[end]))
            {
                if (text[end] is not (' ' or '\n') || gap)
                    return false;
                gap = true;
                continue;
            }

            gap = false;
            digits += char.IsAsciiDigit(text[end]) ? 1 : 0;
            letters[count++] = text[end];
        }

        if (count < length || digits * 2 < length || (end < text.Length && IsLetter(text[end])) || Iban.TryParse(letters[..length], out _))
            return false;
        left--;
        if (IbanRepair.Repair(letters[..length]) is not { } iban)
            return false;
        value = Spaced(iban, text.AsSpan(at, end - at));
        return true;
    }

    // Spaces stay where they were read.
    private static string Spaced(string value, ReadOnlySpan<char> read)
    {
        var (spaced, next) = (new StringBuilder(), 0);
        foreach (var c in read)
            spaced.Append(IsLetter(c) ? value[next++] : c);
        return spaced.ToString();
    }

    private static bool TryWallet(string text, int at, ref int left, out string value, out int end)
    {
        (value, end) = ("", at);
        var first = WordEnd(text, at);

        // An address may have been torn in two.
        var second = first + 1 < text.Length && text[first] is ' ' or '\n' && first + 1 < text.Length && IsLetter(text[first + 1]) ? WordEnd(text, first + 1) : -1;
        if (first - at is >= Shortest and <= Longest && LooksMixed(text.AsSpan(at, first - at)))
        {
            if (WalletRepair.IsValid(text.AsSpan(at, first - at)))
                return false;
            left--;
            if (WalletRepair.Repair(text[at..first]) is { } one)
            {
                (value, end) = (one, first);
                return true;
            }
        }

        if (second < 0 || (first - at < 8 && !IsHead(text.AsSpan(at, first - at))) || second - at is < Shortest or > Longest || !LooksMixed(text.AsSpan(at, first - at)))
            return false;
        var joined = string.Concat(text.AsSpan(at, first - at), text.AsSpan(first + 1, second - first - 1));
        left--;
        if ((WalletRepair.IsValid(joined) ? joined : WalletRepair.Repair(joined)) is not { } two)
            return false;
        (value, end) = (two, second);
        return true;
    }

    // Where the first letters of an address stand alone, the rest follows.
    private static bool IsHead(ReadOnlySpan<char> word) => word is "bc1" or "bcl" or "bcI" or "ltc1" or "0x" or "Ox";

    private static int WordEnd(string text, int at)
    {
        while (at < text.Length && IsLetter(text[at]))
            at++;
        return at;
    }

    // Words have no digits in them.
    private static bool LooksMixed(ReadOnlySpan<char> word) =>
        word.ContainsAnyInRange('0', '9') && (word.ContainsAnyInRange('a', 'z') || word.ContainsAnyInRange('A', 'Z'));
}
