using System.Numerics;
using System.Runtime.CompilerServices;
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
            var bits = new Block(bytes.Slice(at, Size));
            var backslashes = bits.Where((byte)'\\');
            var escaped = (backslashes | escapedFirst) == 0 ? 0 : Escaped(backslashes, ref escapedFirst);
            var quotes = bits.Where((byte)'"') & ~escaped;
            // From each opening quote to before its closing one.
            var inside = Parity(quotes) ^ inString;
            // A line end in a string, or a backslash outside, is damage.
            if ((bits.Where((byte)'\n') & inside | backslashes & ~inside) != 0)
                break;
            for (var brackets = bits.WhereBracket() & ~inside; brackets != 0; brackets &= brackets - 1)
            {
                var index = BitOperations.TrailingZeroCount(brackets);
                var b = bytes[at + index];
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

    /// <summary>The bytes of a block in four vectors, which every processor and browser has.</summary>
    private readonly ref struct Block(ReadOnlySpan<byte> bytes)
    {
        private readonly Vector128<byte> _a = Vector128.Create(bytes[..16]);
        private readonly Vector128<byte> _b = Vector128.Create(bytes[16..32]);
        private readonly Vector128<byte> _c = Vector128.Create(bytes[32..48]);
        private readonly Vector128<byte> _d = Vector128.Create(bytes[48..64]);

        /// <summary>One bit for each byte that is the one asked for.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal ulong Where(byte value)
        {
            var wanted = Vector128.Create(value);
            return Bits(Vector128.Equals(_a, wanted), Vector128.Equals(_b, wanted), Vector128.Equals(_c, wanted), Vector128.Equals(_d, wanted));
        }

        /// <summary>One bit for each bracket.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal ulong WhereBracket() => Bits(IsBracket(_a), IsBracket(_b), IsBracket(_c), IsBracket(_d));

        // The square brackets differ from the curly ones by this bit alone.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector128<byte> IsBracket(Vector128<byte> bytes)
        {
            var curly = bytes | Vector128.Create((byte)0x20);
            return Vector128.Equals(curly, Vector128.Create((byte)'{')) | Vector128.Equals(curly, Vector128.Create((byte)'}'));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static ulong Bits(Vector128<byte> a, Vector128<byte> b, Vector128<byte> c, Vector128<byte> d) =>
            a.ExtractMostSignificantBits() | (ulong)b.ExtractMostSignificantBits() << 16
            | (ulong)c.ExtractMostSignificantBits() << 32 | (ulong)d.ExtractMostSignificantBits() << 48;
    }
}
