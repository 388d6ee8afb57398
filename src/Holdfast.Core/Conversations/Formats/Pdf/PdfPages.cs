namespace Holdfast.Conversations.Formats.Pdf;

/// <summary>One page: its drawing, the fonts and forms that it uses, and where the drawing lies in the file.</summary>
internal sealed record PdfPage(IReadOnlyList<PdfDictionary> Contents, PdfDictionary? Resources, RecordPlace Place)
{
    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => "page";
}

/// <summary>Finds the pages in their order (ISO 32000-1, 7.7.3), each of them once.</summary>
internal static class PdfPages
{
    private const int MostDepth = 64;

    /// <summary>The pages.</summary>
    internal static List<PdfPage> Of(PdfFile file)
    {
        var pages = new List<PdfPage>();
        var seen = new HashSet<PdfDictionary>(ReferenceEqualityComparer.Instance);
        if (file.Dictionary(file.Catalog, "Pages") is { } root)
            Walk(file, root, null, 0, seen, pages);
        if (pages.Count > 0)
            return pages;
        // The tree is broken; the pages themselves may be whole.
        foreach (var page in file.Objects.OfType<PdfDictionary>().Where(d => d.Values.GetValueOrDefault("Type") is PdfName { Value: "Page" }))
            Add(file, page, null, pages);
        return pages;
    }

    private static void Walk(PdfFile file, PdfDictionary node, PdfDictionary? resources, int depth, HashSet<PdfDictionary> seen, List<PdfPage> pages)
    {
        if (depth > MostDepth || !seen.Add(node))
            return;
        resources = file.Dictionary(node, "Resources") ?? resources;
        if (file.Resolve(node.Values.GetValueOrDefault("Kids")) is not List<object?> kids)
        {
            Add(file, node, resources, pages);
            return;
        }

        foreach (var kid in kids)
        {
            if (file.Resolve(kid) is PdfDictionary child)
                Walk(file, child, resources, depth + 1, seen, pages);
        }
    }

    private static void Add(PdfFile file, PdfDictionary page, PdfDictionary? resources, List<PdfPage> pages)
    {
        if (pages.Count >= PdfBudget.MostPages)
        {
            file.Budget.Spend();
            return;
        }

        var contents = file.Resolve(page.Values.GetValueOrDefault("Contents")) switch
        {
            PdfDictionary one => [one],
            List<object?> several => several.Take(10_000).Select(file.Resolve).OfType<PdfDictionary>().ToList(),
            _ => new List<PdfDictionary>(),
        };
        var place = contents.Count > 0 ? contents[0].Place : page.Place;
        pages.Add(new PdfPage(contents, file.Dictionary(page, "Resources") ?? resources, place));
    }
}
