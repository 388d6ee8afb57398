using System.Globalization;

namespace Holdfast.Packs;

/// <summary>
/// Number of an item in a case, from 1, written with at least four digits (<c>0001</c>). It is the name that every list in the
/// pack uses. The default value is no number.
/// </summary>
public readonly record struct ItemNumber : IComparable<ItemNumber>
{
    // Nine digits always fit an int; a case with more items than this does not exist.
    private const int MaxDigits = 9;

    internal ItemNumber(int value) => Value = value;

    /// <summary>The number, or 0 for no number.</summary>
    public int Value { get; }

    /// <summary>Reads the written form and no other: at least four digits, no leading zero beyond the fourth.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out ItemNumber number)
    {
        number = default;
        if (text.Length is < 4 or > MaxDigits || text.Length > 4 && text[0] == '0' || text.ContainsAnyExceptInRange('0', '9'))
            return false;
        var value = int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
        number = new ItemNumber(value);
        return value > 0;
    }

    /// <inheritdoc/>
    public int CompareTo(ItemNumber other) => Value.CompareTo(other.Value);

    /// <summary>The written form.</summary>
    public override string ToString() => Value.ToString("D4", CultureInfo.InvariantCulture);
}
