namespace Holdfast.Conversations;

/// <summary>
/// The files of a Snapchat download (folder <c>chat_media</c>), by the id that records of the chat name them by:
/// <c>2024-05-02_b~AAAA.jpg</c> is <c>b~AAAA</c>. Nothing is opened.
/// </summary>
internal sealed class MediaNames
{
    private const string FolderName = "chat_media";

    // "2024-05-02_"
    private const int DateLength = 11;

    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    /// <summary>The name of the file for an id; the id itself when there is none among the files.</summary>
    internal string NameOf(string id) => _names.GetValueOrDefault(id, id);

    /// <summary>Takes in a file of the person's, when it is one of these.</summary>
    internal void Add(ExportFile file)
    {
        var name = file.FileName;
        if (name.Length <= DateLength || name[DateLength - 1] != '_' || !char.IsAsciiDigit(name[0]) || !IsInFolder(file.Folder))
            return;
        var stem = name[DateLength..];
        if (stem.LastIndexOf('.') is var dot and > 0)
            stem = stem[..dot];
        _names.TryAdd(stem, $"{FolderName}/{name}");
    }

    private static bool IsInFolder(string folder) => folder == FolderName || folder.EndsWith("/" + FolderName, StringComparison.Ordinal);
}
