namespace Holdfast.Packs;

/// <summary>
/// The extension that an item gets in the pack. Only types that a double click shows and does not run keep their own; text that
/// a program would run or load things for (HTML, SVG, XML) is shown as plain text; anything else is <c>bin</c>. The bytes and
/// the original name stay as they are.
/// </summary>
internal static class ItemExtension
{
    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal)
    {
        "txt", "csv", "json", "jsonl", "eml", "mbox", "vcf", "log", "pdf",
        "png", "jpg", "jpeg", "gif", "webp", "heic", "heif", "bmp", "tiff", "avif",
        "mp4", "mov", "webm", "mkv", "3gp", "mp3", "m4a", "aac", "ogg", "opus", "wav", "amr",
    };

    private static readonly HashSet<string> AsText = new(StringComparer.Ordinal)
    {
        "htm", "html", "xhtml", "mht", "mhtml", "svg", "xml", "js", "md",
    };

    private static readonly Dictionary<string, string> ByMime = new(StringComparer.Ordinal)
    {
        ["text/plain"] = "txt",
        ["text/csv"] = "csv",
        ["text/html"] = "txt",
        ["application/json"] = "json",
        ["message/rfc822"] = "eml",
        ["application/mbox"] = "mbox",
        ["application/pdf"] = "pdf",
        ["image/png"] = "png",
        ["image/jpeg"] = "jpg",
        ["image/gif"] = "gif",
        ["image/webp"] = "webp",
        ["image/heic"] = "heic",
        ["video/mp4"] = "mp4",
        ["video/quicktime"] = "mov",
        ["video/webm"] = "webm",
        ["audio/mpeg"] = "mp3",
        ["audio/mp4"] = "m4a",
        ["audio/ogg"] = "ogg",
    };

    public static string For(string? originalName, string mime)
    {
        if (originalName is not null && originalName.LastIndexOf('.') is var dot and >= 0)
        {
            var own = originalName[(dot + 1)..].ToLowerInvariant();
            if (Kept.Contains(own))
                return own;
            if (AsText.Contains(own))
                return "txt";
        }

        return ByMime.GetValueOrDefault(mime, "bin");
    }
}
