using System.Buffers;
using System.Runtime.CompilerServices;

namespace Holdfast.Conversations.Json;

/// <summary>
/// Finds where JSON values end (RFC 8259), in files that may be cut off or damaged. It counts nothing but quotes and
/// brackets and never recurses, so that no depth of nesting can exhaust the stack.
/// </summary>
internal static class JsonScanner
{
    private static readonly SearchValues<byte> Structure = SearchValues.Create("\"{}[]"u8);
    private static readonly SearchValues<byte> InString = SearchValues.Create("\"\\\n"u8);
    private static readonly SearchValues<byte> AfterPrimitive = SearchValues.Create(",:{}[]\" \t\r\n"u8);

    /// <summary>The index of the next byte that is not white space, or <paramref name="end"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int SkipSpace(ReadOnlySpan<byte> bytes, int start, int end) =>
        // Most often there is none.
        (uint)start < (uint)bytes.Length && bytes[start] > ' ' && start < end ? start : SkipSpaces(bytes, start, end);

    private static int SkipSpaces(ReadOnlySpan<byte> bytes, int start, int end)
    {
        while (start < end && bytes[start] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
            start++;
        return start;
    }

    /// <summary>The index after the value that begins at <paramref name="start"/>.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="start">First byte of the value.</param>
    /// <param name="end">Where the enclosing value, or the file, ends.</param>
    /// <param name="complete">False when the value is cut off or its brackets do not match.</param>
    internal static int EndOfValue(ReadOnlySpan<byte> bytes, int start, int end, out bool complete)
    {
        switch (bytes[start])
        {
            case (byte)'"':
                return EndOfString(bytes, start, end, out complete);
            case (byte)'{' or (byte)'[':
                return EndOfNested(bytes, start, end, out complete);
            default:
                complete = true;
                var length = bytes[start..end].IndexOfAny(AfterPrimitive);
                return length < 0 ? end : start + Math.Max(length, 1);
        }
    }

    /// <summary>The index after the closing quote of the string that begins at <paramref name="start"/>.</summary>
    internal static int EndOfString(ReadOnlySpan<byte> bytes, int start, int end, out bool complete)
    {
        complete = true;
        for (var i = start + 1; i < end;)
        {
            var next = bytes[i..end].IndexOfAny(InString);
            if (next < 0)
                break;
            i += next;
            if (bytes[i] == '"')
                return i + 1;
            if (bytes[i] == '\\')
            {
                i += 2;
                continue;
            }

            // A line end is not allowed in a string. When the next line begins like JSON, the closing quote is missing.
            var after = SkipSpace(bytes, i, end);
            if (after < end && bytes[after] is (byte)'"' or (byte)'}' or (byte)']')
            {
                complete = false;
                return i;
            }

            i = Math.Max(after, i + 1);
        }

        complete = false;
        return end;
    }

    private static int EndOfNested(ReadOnlySpan<byte> bytes, int start, int end, out bool complete)
    {
        var nesting = new JsonNesting();
        var again = start;
        for (var i = start; i < end;)
        {
            if (i >= again && JsonBlocks.Skip(bytes, ref i, end, ref nesting, out again))
            {
                complete = !nesting.IsDamaged;
                return i;
            }

            var next = bytes[i..end].IndexOfAny(Structure);
            if (next < 0)
                break;
            i += next;
            var b = bytes[i];
            if (b == '"')
            {
                i = EndOfString(bytes, i, end, out _);
                continue;
            }

            i++;
            if (b is (byte)'{' or (byte)'[')
            {
                nesting.Open(b == '{');
            }
            else if (nesting.Close(b == '}'))
            {
                complete = !nesting.IsDamaged;
                return i;
            }
        }

        complete = false;
        return end;
    }
}
