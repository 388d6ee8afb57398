using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Holdfast.Conversations.TextFiles;

namespace Holdfast.Conversations.Merging;

/// <summary>
/// A number for what a text says, the same in all forms that one export can have: invisible marks are left out, white
/// space counts as one space, and bytes written as letters are put right. SHA-256, because whoever writes the messages
/// must not be able to make two that have the same number.
/// </summary>
internal static class BodyHash
{
    private static readonly SearchValues<char> Invisible = SearchValues.Create(
        "\u00AD\u200B\u200C\u200D\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2060\u2066\u2067\u2068\u2069\uFE0E\uFE0F\uFEFF");

    /// <summary>The number of a text; 0 only for a text without any visible character.</summary>
    internal static ulong Of(string text)
    {
        text = Mojibake.Repair(text);
        var buffer = ArrayPool<char>.Shared.Rent(text.Length + 1);
        try
        {
            var length = Fold(text, buffer);
            return length == 0 ? 0 : Number(MemoryMarshal.AsBytes(buffer.AsSpan(0, length)));
        }
        finally
        {
            // Private words do not stay behind in shared memory.
            ArrayPool<char>.Shared.Return(buffer, clearArray: true);
        }
    }

    /// <summary>One number out of two.</summary>
    internal static ulong Join(ulong first, ulong second) => unchecked(((first ^ (first >> 32)) * 0x9E3779B97F4A7C15) + second);

    private static int Fold(string text, Span<char> folded)
    {
        var length = 0;
        var isSpace = false;
        foreach (var c in text)
        {
            if (Invisible.Contains(c))
                continue;
            if (char.IsWhiteSpace(c))
            {
                isSpace = length > 0;
                continue;
            }

            if (isSpace)
                folded[length++] = ' ';
            isSpace = false;
            folded[length++] = c;
        }

        return length;
    }

    private static ulong Number(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return BinaryPrimitives.ReadUInt64LittleEndian(hash) | 1;
    }
}
