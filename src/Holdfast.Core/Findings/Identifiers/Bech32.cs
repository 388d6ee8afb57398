namespace Holdfast.Findings.Identifiers;

/// <summary>Segregated witness addresses: Bech32 (BIP-173) for version 0 and Bech32m (BIP-350) for the later ones.</summary>
internal static class Bech32
{
    /// <summary>Longest address, by BIP-173.</summary>
    public const int Longest = 90;

    /// <summary>The digits of the base: small letters and figures without 1, b, i and o.</summary>
    public const string Letters = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";

    private const int Checksum = 6;
    private const uint Bech32Constant = 1;
    private const uint Bech32mConstant = 0x2bc830a3;

    private static readonly uint[] Powers = AllPowers();

    /// <summary>True for a correct address with the given human-readable part.</summary>
    public static bool IsValid(ReadOnlySpan<char> text, string prefix)
    {
        if (!HasShape(text, prefix))
            return false;
        var data = text[(prefix.Length + 1)..];
        var version = Value(data[0]);
        var constant = version == 0 ? Bech32Constant : Bech32mConstant;
        if (Polynomial(prefix, data) != constant)
            return false;
        var program = data[1..^Checksum];
        var length = program.Length * 5 / 8;
        var padding = program.Length * 5 % 8;
        if (length is < 2 or > 40 || (version == 0 && length is not (20 or 32)) || version > 16)
            return false;

        // BIP-173: at most four bits of padding, all zero.
        return padding < 5 && (Value(program[^1]) & ((1 << padding) - 1)) == 0;
    }

    /// <summary>True for the prefix, the alphabet, one case and a possible length, whatever the checksum says.</summary>
    public static bool HasShape(ReadOnlySpan<char> text, string prefix)
    {
        if (text.Length < prefix.Length + 1 + 1 + 4 + Checksum || text.Length > Longest)
            return false;
        if (!text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) || text[prefix.Length] != '1')
            return false;
        var (upper, lower) = (false, false);
        foreach (var c in text)
        {
            upper |= char.IsAsciiLetterUpper(c);
            lower |= char.IsAsciiLetterLower(c);
        }

        if (upper && lower)
            return false;
        foreach (var c in text[(prefix.Length + 1)..])
        {
            if (Value(c) < 0)
                return false;
        }

        return true;
    }

    /// <summary>
    /// What the checksum lacks: 0 when it holds. The code is linear over GF(2), so each wrong letter adds its own
    /// <see cref="Difference"/> to it (by exclusive or), whatever the others are.
    /// </summary>
    public static uint Remainder(ReadOnlySpan<char> text, string prefix)
    {
        var data = text[(prefix.Length + 1)..];
        return Polynomial(prefix, data) ^ (Value(data[0]) == 0 ? Bech32Constant : Bech32mConstant);
    }

    /// <summary>What changing one letter into another adds to the remainder. The first letter, the version, is not for it.</summary>
    /// <param name="from">The letter.</param>
    /// <param name="to">The other.</param>
    /// <param name="behind">How many letters follow it.</param>
    public static uint Difference(char from, char to, int behind)
    {
        var (bits, difference) = (Value(from) ^ Value(to), 0u);
        for (var bit = 0; bit < 5; bit++)
            difference ^= ((bits >> bit) & 1) == 1 ? Powers[behind * 5 + bit] : 0;
        return difference;
    }

    // What each bit of a letter adds, by the number of letters behind it.
    private static uint[] AllPowers()
    {
        var powers = new uint[Longest * 5];
        for (var i = 0; i < powers.Length; i++)
            powers[i] = i < 5 ? 1u << i : Step(powers[i - 5], 0);
        return powers;
    }

    private static int Value(char c) => Letters.IndexOf(char.ToLowerInvariant(c), StringComparison.Ordinal);

    private static uint Polynomial(string prefix, ReadOnlySpan<char> data)
    {
        var state = 1u;
        foreach (var c in prefix)
            state = Step(state, (uint)(c >> 5));
        state = Step(state, 0);
        foreach (var c in prefix)
            state = Step(state, (uint)(c & 31));
        foreach (var c in data)
            state = Step(state, (uint)Value(c));
        return state;
    }

    private static uint Step(uint state, uint value)
    {
        var top = state >> 25;
        state = ((state & 0x1ffffff) << 5) ^ value;
        ReadOnlySpan<uint> generator = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
        for (var i = 0; i < generator.Length; i++)
            state ^= ((top >> i) & 1) == 1 ? generator[i] : 0;
        return state;
    }
}
