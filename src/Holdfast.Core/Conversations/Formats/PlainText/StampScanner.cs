namespace Holdfast.Conversations.Formats.PlainText;

/// <summary>Takes dates and times off the front of a text.</summary>
internal ref struct StampScanner(ReadOnlySpan<char> text)
{
    private ReadOnlySpan<char> _rest = text.Trim();

    /// <summary>True when nothing is left.</summary>
    internal readonly bool IsAtEnd => _rest.Trim().IsEmpty;

    /// <summary>Passes over commas and white space.</summary>
    internal void SkipSeparators() => _rest = _rest.TrimStart().TrimStart(',').TrimStart();

    /// <summary>Takes three numbers with the same separator between them.</summary>
    internal bool TryDate(out (int First, int Second, int Year, bool IsYearFirst, char Separator) date)
    {
        date = default;
        var start = _rest;
        if (TryNumber(4, out var a, out var aDigits) && TrySeparator(out var separator)
            && TryNumber(2, out var b, out _) && TrySeparator(out var other) && other == separator
            && TryNumber(4, out var c, out var cDigits))
        {
            if (aDigits == 4 && cDigits <= 2 && b > 0)
                date = (b, c, a, true, separator);
            else if (aDigits <= 2 && cDigits is 2 or 4 && a > 0)
                date = (a, b, cDigits == 2 ? 2000 + c : c, false, separator);
            if (date.First > 0)
                return true;
        }

        _rest = start;
        return false;
    }

    /// <summary>Takes hours and minutes, perhaps seconds, perhaps AM or PM (before or after).</summary>
    internal bool TryTime(out TimeSpan time, out bool hasMeridiem)
    {
        time = default;
        var start = _rest;
        hasMeridiem = false;
        if (!TryNumber(2, out var hour, out _) || !TryTimeSeparator() || !TryNumber(2, out var minute, out var digits) || digits != 2)
        {
            _rest = start;
            return false;
        }

        var second = 0;
        var beforeSeconds = _rest;
        if (!(TryTimeSeparator() && TryNumber(2, out second, out digits) && digits == 2))
        {
            _rest = beforeSeconds;
            second = 0;
        }

        hasMeridiem = TryMeridiem(out var isAfternoon);
        if (hasMeridiem && hour is >= 1 and <= 12)
            hour = hour % 12 + (isAfternoon ? 12 : 0);
        if (hour > 23 || minute > 59 || second > 59)
        {
            _rest = start;
            return false;
        }

        time = new TimeSpan(hour, minute, second);
        return true;
    }

    private bool TryMeridiem(out bool isAfternoon)
    {
        var word = _rest.TrimStart();
        isAfternoon = word.Length > 0 && word[0] is 'p' or 'P';
        if (word.Length < 2 || word[0] is not ('a' or 'A' or 'p' or 'P'))
            return false;
        var m = 1;
        while (m < word.Length && (word[m] == '.' || char.IsWhiteSpace(word[m])))
            m++;
        if (m >= word.Length || m > 3 || word[m] is not ('m' or 'M') || m + 1 < word.Length && char.IsLetter(word[m + 1]))
            return false;
        _rest = word[(m + 1)..];
        if (_rest.StartsWith('.'))
            _rest = _rest[1..];
        return true;
    }

    private bool TryNumber(int most, out int value, out int digits)
    {
        (value, digits) = (0, 0);
        while (digits < most && digits < _rest.Length && char.IsAsciiDigit(_rest[digits]))
            value = 10 * value + (_rest[digits++] - '0');
        if (digits == 0 || digits < _rest.Length && char.IsAsciiDigit(_rest[digits]))
            return false;
        _rest = _rest[digits..];
        return true;
    }

    private bool TrySeparator(out char separator)
    {
        separator = _rest.Length > 0 ? _rest[0] : '\0';
        if (separator is not ('.' or '/' or '-'))
            return false;
        _rest = _rest[1..].TrimStart();
        return true;
    }

    private bool TryTimeSeparator()
    {
        if (_rest.Length < 2 || _rest[0] is not (':' or '.') || !char.IsAsciiDigit(_rest[1]))
            return false;
        _rest = _rest[1..];
        return true;
    }
}
