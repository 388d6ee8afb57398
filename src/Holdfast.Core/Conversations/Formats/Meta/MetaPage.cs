using Holdfast.Conversations.Markup;

namespace Holdfast.Conversations.Formats.Meta;

/// <summary>Walks through one page of a Meta download.</summary>
internal sealed class MetaPage(ExportFile file, ReadingOptions options, ProblemLog problems)
{
    /// <summary>The heading of the page, or null.</summary>
    internal string? Title { get; private set; }

    /// <summary>The members that the page lists.</summary>
    internal NamesSeen Listed { get; } = new();

    /// <summary>The message boxes in the order of the page.</summary>
    internal IEnumerable<MetaBox> Boxes()
    {
        var any = false;
        foreach (var element in MarkupRecords.Each(file, options, problems, MarkupDialect.Html, IsKnown))
        {
            foreach (var box in Take(element))
            {
                any = true;
                yield return box;
            }
        }

        if (any)
            yield break;
        // Without the known class names, the page is searched for the shape of messages.
        foreach (var element in MarkupRecords.Each(file, options, problems, MarkupDialect.Html, t => t.Name is "body" or "main" or "div" or "table"))
        {
            foreach (var box in Take(element))
                yield return box;
            foreach (var part in element.Descendants().Where(e => e.Name is "div" or "h2" or "p" && e.Children.All(c => c.Name == "br")))
                TakeParticipants(part);
        }
    }

    private static bool IsKnown(MarkupTag tag) => tag.Name is "title" or "h1"
        || tag.HasClass("uiBoxWhite") || tag.HasClass("_a6-g") || tag.HasClass("_3b0d") || tag.HasClass("_a70e");

    private IEnumerable<MetaBox> Take(MarkupElement element)
    {
        if (element.Name is "title" or "h1")
        {
            if (element.Text is { Length: > 0 } text)
                Title = text;
            return [];
        }

        var boxes = MetaBox.Find(element).ToList();
        if (boxes.Count == 0)
            TakeParticipants(element);
        return boxes;
    }

    private void TakeParticipants(MarkupElement element)
    {
        foreach (var line in element.Text.Split('\n'))
        {
            foreach (var name in MetaLines.Shared.Participants(line) ?? [])
                Listed.Add(name);
        }
    }
}
