using System.Security.Cryptography;

namespace Holdfast.Findings.Identifiers;

/// <summary>Base58 as Bitcoin defines it (https://en.bitcoin.it/wiki/Base58Check_encoding).</summary>
internal static class Base58
{
    /// <summary>Digits and letters without 0, O, I and l.</summary>
    public const string Alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

    /// <summary>The value of a character, or -1.</summary>
    public static int Value(char c) => Alphabet.IndexOf(c, StringComparison.Ordinal);

    /// <summary>True when all characters belong to the alphabet.</summary>
    public static bool IsAlphabet(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (Value(c) < 0)
                return false;
        }

        return true;
    }

    /// <summary>Decodes one version byte and a hash of 20 bytes, and compares the checksum (Base58Check).</summary>
    /// <param name="text">At most 36 characters.</param>
    /// <param name="version">The version byte.</param>
    public static bool TryReadChecked(ReadOnlySpan<char> text, out byte version)
    {
        Span<byte> bytes = stackalloc byte[25];
        version = 0;
        if (text.Length is < 25 or > 36)
            return false;
        bytes.Clear();
        foreach (var c in text)
        {
            var carry = Value(c);
            if (carry < 0)
                return false;
            for (var i = bytes.Length - 1; i >= 0; i--)
            {
                carry += bytes[i] * 58;
                bytes[i] = (byte)(carry & 0xFF);
                carry >>= 8;
            }

            if (carry != 0)
                return false;
        }

        // A leading 1 stands for a zero byte, one for one.
        if (text.Length - text.TrimStart('1').Length != bytes.Length - ((ReadOnlySpan<byte>)bytes).TrimStart((byte)0).Length)
            return false;
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(bytes[..21], hash);
        SHA256.HashData(hash, hash);
        version = bytes[0];
        return hash[..4].SequenceEqual(bytes[21..]);
    }
}
