using System.IO.Compression;

namespace Holdfast.Packs;

/// <summary>A file of a pack that is safe to open.</summary>
/// <param name="Path">Relative to the base folder.</param>
/// <param name="Length">Declared length.</param>
/// <param name="Crc">Declared CRC-32, if there is one.</param>
/// <param name="Open">Opens it.</param>
internal sealed record PackFile(string Path, long Length, uint? Crc, Func<Stream> Open);

/// <summary>The files of a pack, from a ZIP or a folder, after the archive layer has let them through.</summary>
internal sealed record PackContents(string? BaseFolder, IReadOnlyDictionary<string, PackFile> Files)
{
    private const int RatioCountsFrom = 16 << 20;
    private const ushort Stored = 0, Deflated = 8;

    // Bits that change nothing we read: DEFLATE level (1, 2), data descriptor (3), UTF-8 name (11).
    private const ushort AllowedFlags = 0x080E, EncryptedFlags = 0x2041;
    private const uint FileTypeMask = 0xF000, RegularFile = 0x8000, FolderType = 0x4000;

    public static PackContents FromFolder(PackFolder folder, PackReadingLimits limits, List<PackObjection> objections)
    {
        if (folder.Files.Count > limits.MaxEntries)
            objections.Add(new(PackFault.TooManyEntries));
        var names = new NameRules(objections);
        var files = new Dictionary<string, PackFile>(StringComparer.Ordinal);
        foreach (var file in folder.Files)
        {
            if (file.IsLink)
                objections.Add(new(PackFault.NotAFile, PackLayout.Showable(file.Path)));
            else if (names.Admit(file.Path))
                files[file.Path] = new PackFile(file.Path, file.Length, null, file.Open);
        }

        CheckTotal(files.Values.Select(f => f.Length), limits, objections);
        return new PackContents(null, files);
    }

    public static PackContents FromZip(
        Stream zip, IReadOnlyList<ZipEntry> entries, PackReadingLimits limits, List<PackObjection> objections)
    {
        var names = new NameRules(objections);
        var files = new Dictionary<string, PackFile>(StringComparer.Ordinal);
        var folders = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            if (!names.Admit(entry.Name.TrimEnd('/')) || !IsReadable(entry, limits, objections))
                continue;
            var slash = entry.Name.IndexOf('/');
            folders.Add(slash < 0 ? "" : entry.Name[..slash]);
            if (!entry.IsFolder)
                files[entry.Name[(slash + 1)..]] = new PackFile(entry.Name[(slash + 1)..], entry.Size, entry.Crc, () => Open(zip, entry));
        }

        if (folders.Count > 1 || folders.Contains(""))
            objections.Add(new(PackFault.MoreThanOneFolder));
        CheckTotal(files.Values.Select(f => f.Length), limits, objections);
        return new PackContents(folders.FirstOrDefault(), files);
    }

    private static bool IsReadable(ZipEntry entry, PackReadingLimits limits, List<PackObjection> objections)
    {
        PackFault? fault = null;
        var type = entry.Mode & FileTypeMask;
        if ((entry.Flags & EncryptedFlags) != 0)
            fault = PackFault.EntryEncrypted;
        else if ((entry.Flags & ~AllowedFlags) != 0 || entry.Method is not (Stored or Deflated))
            fault = PackFault.MethodNotAllowed;
        else if (type != 0 && type != (entry.IsFolder ? FolderType : RegularFile))
            fault = PackFault.NotAFile;
        else if (entry.Method == Stored && entry.Size != entry.Packed || entry.IsFolder && entry.Size != 0)
            fault = PackFault.ArchiveDamaged;
        else if (entry.Size > RatioCountsFrom && entry.Size / limits.MaxRatio > entry.Packed)
            fault = PackFault.RatioTooHigh;
        if (fault is null)
            return true;
        objections.Add(new(fault.Value, PackLayout.Showable(entry.Name[(entry.Name.IndexOf('/') + 1)..])));
        return false;
    }

    private static void CheckTotal(IEnumerable<long> lengths, PackReadingLimits limits, List<PackObjection> objections)
    {
        var left = limits.MaxTotalBytes;
        foreach (var length in lengths)
        {
            if (length < 0 || length > left)
            {
                objections.Add(new(PackFault.TooLarge));
                return;
            }

            left -= length;
        }
    }

    private static Stream Open(Stream zip, ZipEntry entry)
    {
        var packed = new RangeStream(zip, entry.DataOffset, entry.Packed);
        return entry.Method == Stored ? packed : new DeflateStream(packed, CompressionMode.Decompress);
    }

    /// <summary>Lets a name through once, if it means the same file on every system.</summary>
    private sealed class NameRules(List<PackObjection> objections)
    {
        private readonly HashSet<string> _seen = new(StringComparer.OrdinalIgnoreCase);

        public bool Admit(string name)
        {
            PackFault? fault = null;
            if (name.StartsWith('/') || name.Contains('\\') || name is [_, ':', ..] || name.Split('/').Contains(".."))
                fault = PackFault.UnsafePath;
            else if (!PackLayout.IsSafePath(name))
                fault = PackFault.NameNotAllowed;
            else if (!_seen.Add(name))
                fault = PackFault.NameRepeated;
            if (fault is { } f)
                objections.Add(new(f));
            return fault is null;
        }
    }
}
