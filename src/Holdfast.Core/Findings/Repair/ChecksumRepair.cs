using System.Buffers;
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
    private const int MostPieces = 4;
    private const int MostWords = 2;

    private static readonly SearchValues<char> InNumbers = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 \n");

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

    // Marks and accents among the letters of a number are letters that were misread.
    private static bool IsLetter(string text, int at) =>
        char.IsAsciiLetterOrDigit(text[at]) || text[at] is '|' || (Slips.Plain(text[at]) != 0 && IsPlain(text, at - 1) && IsPlain(text, at + 1));

    private static bool IsPlain(string text, int at) => at >= 0 && at < text.Length && Slips.Plain(text[at]) != 0;

    private static bool StartsWord(string text, int at) =>
        (IsLetter(text, at) || text[at] is '[') && (at == 0 || !(IsLetter(text, at - 1) || text[at - 1] is '/' or '@' or '_' or '.'));

    private static bool TryIban(string text, int at, ref int left, out string value, out int end)
    {
        (value, end) = ("", at);
        if (text.Length - at < 15)
            return false;
        var length = Iban.LengthFor(Slips.AsLetter(Slips.Plain(text[at])), Slips.AsLetter(text[at + 1]));
        if (length == 0 || !char.IsAsciiDigit(Slips.AsDigit(text[at + 2])) || !char.IsAsciiDigit(Slips.AsDigit(text[at + 3])))
            return false;
        Span<char> letters = stackalloc char[Iban.Longest];
        var (count, digits, gap) = (0, 0, false);
        for (end = at; end < text.Length && count < length; end++)
        {
            if (!IsLetter(text, end) && end > at)
            {
                if (text[end] is not (' ' or '\n') || gap)
                    return false;
                gap = true;
                continue;
            }

            gap = false;
            digits += char.IsAsciiDigit(text[end]) ? 1 : 0;
            letters[count++] = Slips.Plain(text[end]);
        }

        if (count < length || digits * 2 < length || (end < text.Length && IsLetter(text, end)))
            return false;
        if (Iban.TryParse(letters[..length], out _) && !text.AsSpan(at, end - at).ContainsAnyExcept(InNumbers))
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
            spaced.Append(c is ' ' or '\n' ? c : value[next++]);
        return spaced.ToString();
    }

    private static bool TryWallet(string text, int at, ref int left, out string value, out int end)
    {
        (value, end) = ("", at);
        var first = WordEnd(text, at);
        if (!MayBegin(text.AsSpan(at, first - at)))
            return false;
        if (first - at >= Shortest && WalletRepair.IsValid(text.AsSpan(at, first - at)))
            return false;

        // An address may have been torn in pieces.
        List<string> words = [""];
        for (var (piece, next) = (0, at); piece < MostPieces && next < text.Length && IsLetter(text, next); piece++)
        {
            end = WordEnd(text, next);
            var letters = string.Concat(text[next..end].Select(Slips.Plain));
            words = words.ConvertAll(word => word + letters);
            if (TryWords(words, ref left) is { } whole)
            {
                value = whole;
                return true;
            }

            // A bracket at the end may be a letter as well.
            if (end < text.Length && text[end] is ']' or ')' or '}')
            {
                var letter = Slips.Plain(text[end++]);
                List<string> longer = [.. words.Take(MostWords).Select(word => word + letter)];
                if (TryWords(longer, ref left) is { } longerWhole)
                {
                    value = longerWhole;
                    return true;
                }

                words.AddRange(longer);
            }

            next = end < text.Length && text[end] is ' ' or '\n' ? end + 1 : text.Length;
        }

        end = at;
        return false;
    }

    private static string? TryWords(List<string> words, ref int left)
    {
        foreach (var word in words)
        {
            if (left <= 0 || word.Length is < Shortest or > Longest || !LooksMixed(word) || !WalletRepair.MayBe(word))
                continue;
            left--;
            if ((WalletRepair.IsValid(word) ? word : WalletRepair.Repair(word)) is { } whole)
                return whole;
        }

        return null;
    }

    // The first piece is long, has digits in it, or is the beginning that many addresses have.
    private static bool MayBegin(ReadOnlySpan<char> word) =>
        word is "bc1" or "bcl" or "bcI" or "ltc1" or "0x" or "Ox" || (word.Length >= 8 && LooksMixed(word));

    private static int WordEnd(string text, int at)
    {
        while (at < text.Length && IsLetter(text, at))
            at++;
        return at;
    }

    // Words have no digits in them.
    private static bool LooksMixed(ReadOnlySpan<char> word) =>
        word.ContainsAnyInRange('0', '9') && (word.ContainsAnyInRange('a', 'z') || word.ContainsAnyInRange('A', 'Z'));
}
