using System.Buffers.Binary;

namespace Holdfast.Packs;

/// <summary>
/// The neutral name of a pack, such as <c>pack-7QK2-MX4D</c>: 40 bits in the base-32 digits of Crockford, which have no I, L, O
/// or U. It says nothing about a person or a subject.
/// </summary>
public readonly record struct PackId
{
    private const string Digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const string Prefix = "pack-";
    private const int Length = 14;
    internal const string PartialSuffix = "-partial";

    private readonly string? _text;

    private PackId(string text) => _text = text;

    internal static PackId From(Sha256Digest digest)
    {
        var bits = BinaryPrimitives.ReadUInt64BigEndian(digest.ToArray());
        Span<char> text = stackalloc char[Length];
        Prefix.CopyTo(text);
        var at = Prefix.Length;
        for (var i = 0; i < 8; i++)
        {
            if (i == 4)
                text[at++] = '-';
            text[at++] = Digits[(int)(bits >> 59)];
            unchecked { bits <<= 5; }
        }

        return new PackId(new string(text));
    }

    /// <summary>Reads the written form and no other.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out PackId id)
    {
        id = default;
        if (text.Length != Length || !text.StartsWith(Prefix, StringComparison.Ordinal) || text[9] != '-'
            || text[5..9].ContainsAnyExcept(Digits) || text[10..].ContainsAnyExcept(Digits))
            return false;
        id = new PackId(new string(text));
        return true;
    }

    /// <summary>Reads the name of a base folder: an id, or an id and <c>-partial</c>.</summary>
    internal static bool TryParseFolder(ReadOnlySpan<char> name, out PackId id, out bool isPartial)
    {
        isPartial = name.EndsWith(PartialSuffix, StringComparison.Ordinal);
        return TryParse(isPartial ? name[..^PartialSuffix.Length] : name, out id);
    }

    /// <summary>The written form; an empty string for the default value.</summary>
    public override string ToString() => _text ?? "";
}
