using System.Buffers;

namespace Holdfast.Conversations.Markup;

/// <summary>Reads a tag, however long its values are: of each only the beginning is kept.</summary>
/// <param name="input">The bytes, at the name of the tag.</param>
/// <param name="tag">Receives what is read.</param>
/// <param name="names">The names seen so far.</param>
/// <param name="limits">How much of a value is kept.</param>
internal sealed class MarkupTagReader(MarkupInput input, MarkupTag tag, MarkupNames names, MarkupLimits limits)
{
    private static readonly SearchValues<byte> NameEnd = SearchValues.Create(" \t\r\n\f/>=<"u8);
    private static readonly SearchValues<byte> ValueEnd = SearchValues.Create(" \t\r\n\f>"u8);
    private static readonly SearchValues<byte> Quote = SearchValues.Create("\""u8);
    private static readonly SearchValues<byte> Apostrophe = SearchValues.Create("'"u8);

    private readonly byte[] _name = new byte[MarkupNames.Longest];

    /// <summary>True for a byte that cannot belong to a name.</summary>
    internal static bool EndsName(byte b) => NameEnd.Contains(b);

    /// <summary>Reads the tag to its end.</summary>
    /// <param name="offset">Where it begins in the original.</param>
    internal void Read(long offset)
    {
        tag.Begin(TakeName(), offset);
        var selfClosing = false;
        var complete = false;
        while (SkipSpace(ref selfClosing))
        {
            var b = input.Available[0];
            if (b is (byte)'>' or (byte)'<')
            {
                // A tag that was never closed ends where the next one begins.
                input.Advance(b == '>' ? 1 : 0);
                complete = true;
                break;
            }

            selfClosing = false;
            var name = TakeName();
            tag.BeginAttribute(name);
            var ignored = false;
            if (SkipSpace(ref ignored) && !ignored && input.Available[0] == '=')
                TakeValue(limits.Unwanted.Contains(name) ? 0 : limits.LongestAttribute);
            else
                selfClosing = ignored;
        }

        tag.Finish(input.Offset, complete, selfClosing);
    }

    /// <summary>Passes over spaces and strokes; false at the end of the file.</summary>
    /// <param name="stroke">Set to true when the last thing passed over is a stroke.</param>
    private bool SkipSpace(ref bool stroke)
    {
        while (input.Ensure(1))
        {
            var b = input.Available[0];
            if (b is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)'\f' or (byte)'/'))
                return true;
            stroke = b == '/';
            input.Advance(1);
        }

        return false;
    }

    private string TakeName()
    {
        var length = 0;
        // The first letter belongs to the name whatever it is, so that the walk always goes on.
        var first = true;
        while (input.Ensure(2) || input.Available.Length > 0)
        {
            var bytes = input.Available;
            var end = first ? bytes[1..].IndexOfAny(NameEnd) : bytes.IndexOfAny(NameEnd);
            end += first && end >= 0 ? 1 : 0;
            var taken = bytes[..(end < 0 ? bytes.Length : end)];
            var kept = taken[..Math.Min(taken.Length, _name.Length - length)];
            kept.CopyTo(_name.AsSpan(length));
            length += kept.Length;
            input.Advance(taken.Length);
            first = false;
            if (end >= 0)
                break;
        }

        return names.Find(_name.AsSpan(0, length));
    }

    private void TakeValue(int longest)
    {
        input.Advance(1);
        while (input.Ensure(1) && input.Available[0] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)'\f')
            input.Advance(1);
        if (!input.Ensure(1))
            return;
        var quote = input.Available[0];
        var isQuoted = quote is (byte)'"' or (byte)'\'';
        if (isQuoted)
            input.Advance(1);
        var until = !isQuoted ? ValueEnd : quote == '"' ? Quote : Apostrophe;
        while (input.Ensure(1))
        {
            var end = input.Available.IndexOfAny(until);
            var taken = input.Available[..(end < 0 ? input.Available.Length : end)];
            tag.Append(taken, longest);
            input.Advance(taken.Length);
            if (end < 0)
                continue;
            input.Advance(isQuoted ? 1 : 0);
            return;
        }
    }
}
