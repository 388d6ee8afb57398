using Holdfast.Conversations.Dates;

namespace Holdfast.Conversations.Formats.WhatsApp;

/// <summary>
/// The shape of a message header: which separators, how many digits of year, seconds or not, am/pm or not. One export is
/// written in one go by one phone, so one file has one shape; a line in another shape is body text. Equal shapes have
/// equal values; the width of day, month and hour is not part of the shape, since phones do not all pad them.
/// </summary>
internal readonly record struct HeaderShape(int Bits)
{
    public HeaderShape(
        bool bracketed, byte dateSeparator, bool yearFirst, bool longYear, bool hasComma, bool hasSeconds, HalfDay halfDay, HeaderEnd end,
        bool timeFirst)
        : this(
            (bracketed ? 1 : 0)
            | (dateSeparator switch { (byte)'/' => 0, (byte)'.' => 1, _ => 2 }) << 1
            | (yearFirst ? 1 : 0) << 3
            | (longYear ? 1 : 0) << 4
            | (hasComma ? 1 : 0) << 5
            | (hasSeconds ? 1 : 0) << 6
            | (halfDay == HalfDay.None ? 0 : 1) << 7
            | (int)end << 8
            | (timeFirst ? 1 : 0) << 10
            | 1 << 12)
    {
    }

    public bool IsNone => Bits == 0;

    public bool IsBracketed => (Bits & 1) != 0;

    public bool UsesSlash => (Bits >> 1 & 3) == 0;

    public bool UsesDot => (Bits >> 1 & 3) == 1;

    public bool IsYearFirst => (Bits >> 3 & 1) != 0;

    public bool HasLongYear => (Bits >> 4 & 1) != 0;

    public bool HasComma => (Bits >> 5 & 1) != 0;

    public bool HasSeconds => (Bits >> 6 & 1) != 0;

    public bool IsTimeFirst => (Bits >> 10 & 1) != 0;
}

/// <summary>What stands between the time and the rest of the line.</summary>
internal enum HeaderEnd : byte
{
    Bracket,
    Hyphen,
    EnDash,
    Colon,
}

/// <summary>What one header holds, before the order of day and month is known.</summary>
internal struct HeaderFields
{
    public HeaderShape Shape;

    /// <summary>The date and time.</summary>
    public NumericDate Date;

    /// <summary>Index in the line of the first byte after the header.</summary>
    public int BodyStart;

    /// <summary>True when an invisible left-to-right mark precedes the header (WhatsApp on iOS: media or notice).</summary>
    public bool IsMarked;
}
