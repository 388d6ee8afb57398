using System.Numerics;
using System.Security.Cryptography;

namespace Holdfast.Core.Tests.Findings.Identifiers;

/// <summary>Writes addresses for tests, in another way than the code under test reads them.</summary>
internal static class Base58Writer
{
    private const string Alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

    public static string WriteChecked(byte version, byte[] hash)
    {
        byte[] payload = [version, .. hash];
        byte[] all = [.. payload, .. SHA256.HashData(SHA256.HashData(payload))[..4]];
        var number = new BigInteger(all, isUnsigned: true, isBigEndian: true);
        var text = "";
        for (; number > 0; number /= 58)
            text = Alphabet[(int)(number % 58)] + text;
        return new string('1', all.TakeWhile(b => b == 0).Count()) + text;
    }
}
