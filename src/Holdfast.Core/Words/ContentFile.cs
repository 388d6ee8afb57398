namespace Holdfast.Words;

/// <summary>The files of <c>content/</c>, as they were built into this library.</summary>
internal static class ContentFile
{
    /// <summary>The bytes of one file.</summary>
    /// <param name="name">Its path, such as <c>content/words/en.json</c>.</param>
    /// <exception cref="InvalidOperationException">The file is not part of this build.</exception>
    public static byte[] Read(string name)
    {
        using var stream = typeof(ContentFile).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not part of this build");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    /// <summary>The names of the JSON files in one folder, in ordinal order.</summary>
    /// <param name="folder">Such as <c>content/helplines/</c>.</param>
    public static IEnumerable<string> JsonIn(string folder) => typeof(ContentFile).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(folder, StringComparison.Ordinal) && name.EndsWith(".json", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);
}
