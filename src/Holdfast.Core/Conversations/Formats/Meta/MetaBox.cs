using Holdfast.Conversations.Dates;
using Holdfast.Conversations.Markup;

namespace Holdfast.Conversations.Formats.Meta;

/// <summary>
/// The box of one message on a page of a Meta download: a name, what was sent, a time. The class names of the pages have
/// changed over the years and will again, so a box that has none of them is known by its shape: parts of which the last is
/// a time.
/// </summary>
/// <param name="Element">The box.</param>
/// <param name="Name">The sender as it stands there, or null.</param>
/// <param name="Body">The parts that hold what was sent.</param>
/// <param name="Time">The time as it stands there, or null.</param>
internal sealed record MetaBox(MarkupElement Element, string? Name, IReadOnlyList<MarkupElement> Body, string? Time)
{
    private const int LongestName = 300;
    private const int LongestTime = 90;

    /// <summary>The message boxes in an element, in order; those that hold others are not boxes themselves.</summary>
    internal static IEnumerable<MetaBox> Find(MarkupElement element)
    {
        var open = new Stack<MarkupElement>();
        open.Push(element);
        while (open.TryPop(out var next))
        {
            if ((ByClass(next) ?? ByShape(next)) is { } box)
            {
                yield return box;
                continue;
            }

            foreach (var child in next.Children.Reverse())
                open.Push(child);
        }
    }

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => "message box";

    private static MetaBox? ByClass(MarkupElement element)
    {
        MarkupElement? name = null, time = null;
        List<MarkupElement> body = [];
        foreach (var child in element.Children)
        {
            if (child.HasClass("_a6-h") || child.HasClass("_2pio"))
                name ??= child;
            else if (child.HasClass("_a6-o") || child.HasClass("_a72d") || child.HasClass("_2lem"))
                time = child;
            else if (child.HasClass("_a6-p") || child.HasClass("_2let"))
                body.Add(child);
        }

        return time is not null && (name is not null || body.Count > 0) || name is not null && body.Exists(HasContent)
            ? new MetaBox(element, NameIn(name), body, time?.Text)
            : null;
    }

    private static MetaBox? ByShape(MarkupElement element)
    {
        if (element.Nodes.Any(n => n.Text is not null && !string.IsNullOrWhiteSpace(n.Text)))
            return null;
        var parts = element.Children.Where(HasContent).ToList();
        if (parts.Count < 2 || TimeIn(parts[^1]) is not { } time || TimeIn(parts[0]) is not null)
            return null;
        var name = NameIn(parts[0]);
        return name is null || name.Contains('\n', StringComparison.Ordinal) ? null : new MetaBox(element, name, parts[1..^1], time);
    }

    private static string? NameIn(MarkupElement? element) =>
        element?.Text is { Length: > 0 and <= LongestName } name ? name : null;

    private static string? TimeIn(MarkupElement element)
    {
        // A part with much in it is no time; its text need not be laid out to know that.
        if (element.Descendants().Take(6).Count() > 5)
            return null;
        var text = element.Text;
        return text.Length <= LongestTime && (WrittenDate.Read(text, DateOrder.Unknown, out var isAmbiguous) is not null || isAmbiguous) ? text : null;
    }

    private static bool HasContent(MarkupElement element) =>
        element.Nodes.Any(IsContent) || element.Descendants().Any(d => d.Name is "img" or "video" or "audio" || d.Nodes.Any(IsContent));

    private static bool IsContent(MarkupNode node) => !string.IsNullOrWhiteSpace(node.Text);
}
