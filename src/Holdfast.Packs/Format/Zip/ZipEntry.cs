namespace Holdfast.Packs;

/// <summary>One entry of a central directory, in numbers.</summary>
internal sealed record ZipEntry
{
    /// <summary>The name, one character a byte.</summary>
    public required string Name { get; init; }
    public required ushort Flags { get; init; }
    public required ushort Method { get; init; }
    public required uint Crc { get; init; }
    public required long Packed { get; init; }
    public required long Size { get; init; }
    public required long HeaderOffset { get; init; }

    /// <summary>Unix mode, or 0 when the archive was not made on a system that has one.</summary>
    public required uint Mode { get; init; }

    /// <summary>Where the data begins; known after the local header was read.</summary>
    public long DataOffset { get; set; }

    public bool IsFolder => Name.EndsWith('/');
    public bool HasDescriptor => (Flags & 8) != 0;
}
