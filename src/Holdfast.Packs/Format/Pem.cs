using System.Security.Cryptography;
using System.Text;

namespace Holdfast.Packs;

/// <summary>PEM (RFC 7468) in its strict form: 64 characters a line, line feeds, nothing before, between or after the blocks.</summary>
internal static class Pem
{
    public const string Certificate = "CERTIFICATE";
    public const string PrivateKey = "PRIVATE KEY";

    public static string Write(string label, ReadOnlySpan<byte> der) => PemEncoding.WriteString(label, der) + "\n";

    /// <summary>All blocks of a text, or null when the text is not exactly what <see cref="Write"/> makes of them.</summary>
    public static IReadOnlyList<(string Label, byte[] Der)>? ReadStrict(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.Latin1.GetString(bytes);
        var blocks = Read(text);
        return blocks.Count > 0 && string.Concat(blocks.Select(b => Write(b.Label, b.Der))) == text ? blocks : null;
    }

    /// <summary>All blocks of a text; what stands around them is passed over.</summary>
    public static IReadOnlyList<(string Label, byte[] Der)> Read(ReadOnlySpan<char> text)
    {
        var blocks = new List<(string, byte[])>();
        while (PemEncoding.TryFind(text, out var fields))
        {
            var der = new byte[fields.DecodedDataLength];
            if (!Convert.TryFromBase64Chars(text[fields.Base64Data], der, out var written) || written != der.Length)
                break;
            blocks.Add((text[fields.Label].ToString(), der));
            text = text[fields.Location.End..];
        }

        return blocks;
    }
}
