using System.Text;

namespace Holdfast.Preservation;

/// <summary>Looks for pieces of a file in some bytes: as they are, and in base64 at each of its three alignments.</summary>
internal static class Leak
{
    private const int Piece = 18;

    public static void AssertNone(byte[] secret, byte[] output)
    {
        var text = Encoding.Latin1.GetString(output);
        var joined = text.Replace("\\u002F", "/").Replace("\\u002B", "+").Replace("\\r\\n", "").Replace("\\n", "").Replace("\\/", "/")
            .Replace("&#43;", "+").Replace("&#x2F;", "/").Replace("%2F", "/").Replace("%2B", "+").Replace("=\r\n", "")
            .Replace("\r", "").Replace("\n", "").Replace(" ", "").Replace(">", "").Replace('-', '+').Replace('_', '/');
        for (var i = 0; i + Piece <= secret.Length; i += i < 60 ? 1 : 97)
        {
            var piece = secret.AsSpan(i, Piece);
            Assert.True(output.AsSpan().IndexOf(piece) < 0, $"raw bytes at {i}");
            for (var shift = 0; shift < 3; shift++)
            {
                var digits = Convert.ToBase64String(piece[shift..(Piece - 3 + shift)]);
                Assert.False(joined.Contains(digits, StringComparison.Ordinal), $"base64 digits at {i}");
            }
        }
    }
}
