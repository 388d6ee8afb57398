using Holdfast.Conversations.Instagram;
using Holdfast.Conversations.Markup;

namespace Holdfast.Conversations.MetaHtml;

/// <summary>Walks through one page of a Meta download.</summary>
internal sealed class MetaPage(ExportFile file, ReadingOptions options, ProblemLog problems)
{
    // A page without the known class names is read whole; those are short ones, as older tools and people make them.
    private static readonly MarkupLimits WholePage = new() { LargestRecord = 64 << 20 };

    /// <summary>The heading of the page, or null.</summary>
    internal string? Title { get; private set; }

    /// <summary>The members that the page lists.</summary>
    internal List<string> Listed { get; } = [];

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
        // The problems of the file have been reported by the first walk.
        var silent = new ProblemLog(new ConversationCollector(), file.Name);
        foreach (var element in MarkupRecords.Each(file, options, silent, MarkupDialect.Html, t => t.Name is "body" or "main" or "div" or "table", WholePage))
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
            if (MetaLines.Shared.Participants(line) is { } names)
                Listed.AddRange(names.Where(n => !Listed.Contains(n, StringComparer.Ordinal)));
        }
    }
}
