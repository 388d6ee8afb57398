using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace Holdfast.Screenshots;

/// <summary>Invents account numbers and addresses whose checksums hold.</summary>
internal static class Checksums
{
    private const string Base58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private const string Bech32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";

    // Examples of EIP-55 itself: mixed case needs Keccak, which this tool does not have.
    private static readonly string[] Ethereum =
    [
        "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359", "0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB",
        "0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb", "0x52908400098527886E0F7030069857D2E4169EE7", "0x8617E340B3D01FA5F11F306F4090FD50E238070D",
    ];

    internal static string Iban(Random random)
    {
        var (country, national) = random.Next(6) switch
        {
            0 => ("IT", "X" + Digits(random, 22)),
            1 => ("DE", Digits(random, 18)),
            2 => ("FR", Digits(random, 10) + Digits(random, 11) + Digits(random, 2)),
            3 => ("ES", Digits(random, 20)),
            4 => ("PT", Digits(random, 21)),
            _ => ("GB", "NWBK" + Digits(random, 14)),
        };
        var number = string.Concat((national + country + "00").Select(c => char.IsDigit(c) ? c.ToString() : (c - 'A' + 10).ToString(CultureInfo.InvariantCulture)));
        return country + (98 - (int)(BigInteger.Parse(number, CultureInfo.InvariantCulture) % 97)).ToString("00", CultureInfo.InvariantCulture) + national;
    }

    internal static string Wallet(Random random) => random.Next(3) switch
    {
        0 => OldBitcoin(random),
        1 => NewBitcoin(random),
        _ => Ethereum[random.Next(Ethereum.Length)],
    };

    private static string Digits(Random random, int count) => string.Concat(Enumerable.Range(0, count).Select(_ => (char)('0' + random.Next(10))));

    private static string OldBitcoin(Random random)
    {
        var bytes = new byte[25];
        random.NextBytes(bytes);
        bytes[0] = 0;
        SHA256.HashData(SHA256.HashData(bytes.AsSpan(0, 21))).AsSpan(0, 4).CopyTo(bytes.AsSpan(21));
        var number = new BigInteger(bytes, isUnsigned: true, isBigEndian: true);
        var text = new StringBuilder();
        for (; number > 0; number /= 58)
            text.Insert(0, Base58[(int)(number % 58)]);
        return "1" + text;
    }

    private static string NewBitcoin(Random random)
    {
        var values = new List<int> { 0 };
        values.AddRange(Enumerable.Range(0, 32).Select(_ => random.Next(32)));
        int[] head = [3, 3, 0, 2, 3];
        var check = Polymod([.. head, .. values, 0, 0, 0, 0, 0, 0]) ^ 1;
        values.AddRange(Enumerable.Range(0, 6).Select(i => (int)(check >> (5 * (5 - i))) & 31));
        return "bc1" + string.Concat(values.Select(value => Bech32[value]));
    }

    private static uint Polymod(IEnumerable<int> values)
    {
        uint[] generator = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
        var check = 1u;
        foreach (var value in values)
        {
            var top = check >> 25;
            check = unchecked(((check & 0x1ffffff) << 5) ^ (uint)value);
            for (var i = 0; i < 5; i++)
                check ^= ((top >> i) & 1) != 0 ? generator[i] : 0;
        }

        return check;
    }
}
