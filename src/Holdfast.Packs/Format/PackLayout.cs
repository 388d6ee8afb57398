using System.Buffers;

namespace Holdfast.Packs;

/// <summary>The names inside a pack (docs/pack-format.md, "Layout"). All are ours, so all may be shown.</summary>
internal static class PackLayout
{
    public const string BagIt = "bagit.txt";
    public const string BagInfo = "bag-info.txt";
    public const string Manifest = "manifest-sha256.txt";
    public const string TagManifest = "tagmanifest-sha256.txt";
    public const string Readme = "README.txt";
    public const string Custody = "custody/custody.jsonl";
    public const string Items = "metadata/items.json";
    public const string Identifiers = "metadata/identifiers.csv";
    public const string Withheld = "metadata/withheld-sha256.txt";
    public const string Notes = "metadata/notes.json";
    public const string Gaps = "metadata/gaps.json";
    public const string Signature = "seal/seal.p7s";
    public const string Signer = "seal/signer.pem";
    public const string Stamp = "seal/seal.tsr";
    public const string StampChain = "seal/tsa-chain.pem";

    public const string Payload = "data/";
    public const string Seal = "seal/";
    public const string ItemFolder = "data/items/";
    public const string MetadataFolder = "metadata/";
    public const string ReportFolder = "report/";

    public const string BagItText = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

    private const int MaxPath = 200;

    private static readonly SearchValues<char> PathCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._/-");

    private static readonly SearchValues<char> FileNameCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789.-");

    private static readonly HashSet<string> Fixed = new(StringComparer.Ordinal)
    {
        BagIt, BagInfo, Manifest, TagManifest, Readme, Custody, Signature, Signer, Stamp, StampChain,
    };

    /// <summary>
    /// True for a relative path of ASCII letters, digits, dot, underscore, hyphen and slash whose parts are not empty, do not
    /// end in a dot and are not hidden. Such a name means the same on every file system, so no two spellings of one name exist
    /// but those that differ in case.
    /// </summary>
    public static bool IsSafePath(ReadOnlySpan<char> path)
    {
        if (path.IsEmpty || path.Length > MaxPath || path.ContainsAnyExcept(PathCharacters))
            return false;
        foreach (var part in path.Split('/'))
        {
            var name = path[part];
            if (name.IsEmpty || name[0] == '.' || name[^1] == '.')
                return false;
        }

        return true;
    }

    /// <summary>True when the layout has a place for this path. Anything else in a pack is refused.</summary>
    public static bool IsKnown(string path) =>
        Fixed.Contains(path)
        || path.StartsWith(ItemFolder, StringComparison.Ordinal) && IsItemFile(path.AsSpan(ItemFolder.Length))
        || path.StartsWith(MetadataFolder, StringComparison.Ordinal) && IsFileName(path.AsSpan(MetadataFolder.Length))
        || path.StartsWith(ReportFolder, StringComparison.Ordinal) && IsFileName(path.AsSpan(ReportFolder.Length));

    /// <summary>The path if it may be shown, else null: an unknown name may be a person's.</summary>
    public static string? Showable(string path) => IsKnown(path) ? path : null;

    /// <summary>A name for a file in metadata/ or report/: lower-case letters, digits and hyphens, and an extension.</summary>
    public static bool IsFileName(ReadOnlySpan<char> name) =>
        name.Length is >= 3 and <= 64 && !name.ContainsAnyExcept(FileNameCharacters) && name.Contains('.')
        && name.IndexOf("..", StringComparison.Ordinal) < 0 && char.IsAsciiLetterOrDigit(name[0]) && char.IsAsciiLetterOrDigit(name[^1]);

    private static bool IsItemFile(ReadOnlySpan<char> name)
    {
        var dot = name.IndexOf('.');
        return dot > 0 && ItemNumber.TryParse(name[..dot], out _)
            && name[(dot + 1)..] is { Length: >= 1 and <= 8 } extension
            && !extension.ContainsAnyExceptInRange('0', 'z') && !extension.ContainsAnyInRange(':', '`');
    }
}
