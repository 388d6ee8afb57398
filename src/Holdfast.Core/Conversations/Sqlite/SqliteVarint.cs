namespace Holdfast.Conversations.Sqlite;

/// <summary>The whole numbers of one to nine bytes of the file format (section 1.6, "varint").</summary>
internal static class SqliteVarint
{
    /// <summary>Reads a number at <paramref name="at"/> and moves behind it; false when the bytes end before it does.</summary>
    internal static bool TryRead(ReadOnlySpan<byte> bytes, ref int at, out long value)
    {
        ulong result = 0;
        for (var i = 0; i < 9; i++)
        {
            if ((uint)at >= (uint)bytes.Length)
                break;
            var b = bytes[at++];
            if (i == 8)
            {
                value = unchecked((long)(result << 8 | b));
                return true;
            }

            result = result << 7 | (uint)(b & 0x7F);
            if (b < 0x80)
            {
                value = unchecked((long)result);
                return true;
            }
        }

        value = 0;
        return false;
    }
}
