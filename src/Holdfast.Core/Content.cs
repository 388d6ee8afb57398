namespace Holdfast;

/// <summary>The content folder, compiled into the library: what experts and translators edit.</summary>
internal static class Content
{
    private const string Prefix = "content/";

    /// <summary>Opens one content file, such as <c>formats/whatsapp.json</c>.</summary>
    public static Stream Open(string path) =>
        typeof(Content).Assembly.GetManifestResourceStream(Prefix + path)
        ?? throw new InvalidOperationException($"content file {path} is missing from the build");

    /// <summary>The bytes of one content file.</summary>
    public static byte[] Read(string path)
    {
        using var stream = Open(path);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    /// <summary>The text of one content file.</summary>
    public static string ReadText(string path)
    {
        using var reader = new StreamReader(Open(path));
        return reader.ReadToEnd();
    }

    /// <summary>The names of all content files in a folder (ending with a slash), in ordinal order.</summary>
    public static IReadOnlyList<string> List(string folder) =>
        [.. typeof(Content).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix + folder, StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..])
            .Order(StringComparer.Ordinal)];
}
