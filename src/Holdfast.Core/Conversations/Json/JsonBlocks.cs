using System.Numerics;
using System.Runtime.Intrinsics;

namespace Holdfast.Conversations.Json;

/// <summary>
/// Passes over nested JSON in blocks of 64 bytes, with one bit for each byte (Langdale and Lemire, "Parsing gigabytes of
/// JSON per second", 2019, section 3.1). What is not as it should be is left to the walk from byte to byte, which knows
/// what to make of damage.
/// </summary>
internal static class JsonBlocks
{
    private const int Size = 64;

    /// <summary>Passes over whole blocks until everything that is open is closed; true when it is.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="position">A byte outside any string; afterwards behind the last bracket, or where to go on from byte to byte.</param>
    /// <param name="end">Where the file, or what is in memory of it, ends.</param>
    /// <param name="nesting">What is open.</param>
    /// <param name="again">From where on blocks may be tried again.</param>
    internal static bool Skip(ReadOnlySpan<byte> bytes, ref int position, int end, ref JsonNesting nesting, out int again)
    {
        var at = position;
        var opened = at;
        ulong inString = 0, escapedFirst = 0;
        for (; at <= end - Size; at += Size)
        {
            var block = bytes.Slice(at, Size);
            var masks = new Masks(block);
            var escaped = (masks.Backslashes | escapedFirst) == 0 ? 0 : Escaped(masks.Backslashes, ref escapedFirst);
            var quotes = masks.Quotes & ~escaped;
            // From each opening quote to before its closing one.
            var inside = Parity(quotes) ^ inString;
            // A line end in a string, or a backslash outside, is damage.
            if ((masks.LineEnds & inside | masks.Backslashes & ~inside) != 0)
                break;
            for (var brackets = masks.Brackets & ~inside; brackets != 0; brackets &= brackets - 1)
            {
                var index = BitOperations.TrailingZeroCount(brackets);
                var b = block[index];
                if (b is (byte)'{' or (byte)'[')
                {
                    nesting.Open(b == '{');
                }
                else if (nesting.Close(b == '}'))
                {
                    position = again = at + index + 1;
                    return true;
                }
            }

            inString = inside >> (Size - 1) == 0 ? 0 : ulong.MaxValue;
            if (quotes != 0)
                opened = at + (Size - 1) - BitOperations.LeadingZeroCount(quotes);
        }

        position = inString == 0 ? at : opened;
        again = at + Size;
        return false;
    }

    /// <summary>For every bit whether the number of bits up to it is odd.</summary>
    private static ulong Parity(ulong bits)
    {
        bits ^= bits << 1;
        bits ^= bits << 2;
        bits ^= bits << 4;
        bits ^= bits << 8;
        bits ^= bits << 16;
        return bits ^ (bits << 32);
    }

    private static ulong Escaped(ulong backslashes, ref ulong escapedFirst)
    {
        var escaped = escapedFirst;
        backslashes &= ~escapedFirst;
        escapedFirst = 0;
        while (backslashes != 0)
        {
            var lowest = backslashes & (~backslashes + 1);
            var next = lowest << 1;
            escaped |= next;
            escapedFirst = next == 0 ? 1UL : 0;
            backslashes &= ~(lowest | next);
        }

        return escaped;
    }

    private readonly ref struct Masks
    {
        internal Masks(ReadOnlySpan<byte> block)
        {
            for (var i = 0; i < Size; i += Vector128<byte>.Count)
            {
                var bytes = Vector128.Create(block.Slice(i, Vector128<byte>.Count));
                // The square brackets differ from the curly ones by this bit alone.
                var curly = bytes | Vector128.Create((byte)0x20);
                Quotes |= Bits(Vector128.Equals(bytes, Vector128.Create((byte)'"')), i);
                Backslashes |= Bits(Vector128.Equals(bytes, Vector128.Create((byte)'\\')), i);
                LineEnds |= Bits(Vector128.Equals(bytes, Vector128.Create((byte)'\n')), i);
                Brackets |= Bits(Vector128.Equals(curly, Vector128.Create((byte)'{')) | Vector128.Equals(curly, Vector128.Create((byte)'}')), i);
            }
        }

        internal ulong Quotes { get; }

        internal ulong Backslashes { get; }

        internal ulong LineEnds { get; }

        internal ulong Brackets { get; }

        private static ulong Bits(Vector128<byte> equal, int shift) => (ulong)equal.ExtractMostSignificantBits() << shift;
    }
}
