namespace Holdfast.Packs;

/// <summary>One file of an unpacked pack, as the host sees it.</summary>
/// <param name="Path">Relative to the base folder, with forward slashes.</param>
/// <param name="Length">Length in bytes.</param>
/// <param name="IsLink">True for a symbolic link, junction or anything else that is not a plain file; it is refused unopened.</param>
/// <param name="Open">Opens the file at its first byte; may be called more than once.</param>
public sealed record PackFolderFile(string Path, long Length, bool IsLink, Func<Stream> Open)
{
    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => "file of a pack folder";
}

/// <summary>
/// An unpacked pack. The host lists every file under the base folder, hidden ones too, and does not follow links.
/// </summary>
/// <param name="Files">The files, in any order.</param>
public sealed record PackFolder(IReadOnlyList<PackFolderFile> Files)
{
    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => "pack folder";
}
