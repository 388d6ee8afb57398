using Holdfast.Conversations.Markup;

namespace Holdfast.Conversations.Formats.Meta;

/// <summary>What a message box holds beside name and time: words, files, a shared link, reactions.</summary>
internal sealed class MetaBody
{
    private readonly List<string> _words = [];
    private readonly List<string> _media = [];
    private readonly List<string> _links = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly List<Reaction> _reactions = [];
    private readonly List<string> _shared = [];

    internal MetaBody(IEnumerable<MarkupElement> parts)
    {
        foreach (var part in parts)
        {
            TakeFiles(part);
            foreach (var list in part.Descendants().Where(IsReactions))
                TakeReactions(list);
            foreach (var slot in Slots(part))
                TakeSlot(slot);
        }
    }

    /// <summary>The sender's own words, or null.</summary>
    internal string? Words => _words.Count > 0 ? string.Join('\n', _words) : null;

    /// <summary>The words that came with something shared on, or null.</summary>
    internal string? Shared => _shared.Count > 0 ? string.Join('\n', _shared) : null;

    /// <summary>Paths of files, as the page spells them.</summary>
    internal IReadOnlyList<string> Media => _media;

    /// <summary>Links to elsewhere that are not part of the words.</summary>
    internal IReadOnlyList<string> Links => _links;

    internal IReadOnlyList<Reaction> Reactions => _reactions;

    // Words, what is shared, files and reactions each have a part of their own, under one or more elements that hold them all.
    private static IEnumerable<MarkupElement> Slots(MarkupElement part)
    {
        while (!HasOwnText(part) && part.Children.Take(2).ToList() is [var only])
        {
            if (only.Name is not "div")
                break;
            part = only;
        }

        return !HasOwnText(part) && part.Children.All(c => c.Name is "div" or "ul") && part.Children.Any() ? part.Children : [part];
    }

    private static bool HasOwnText(MarkupElement element) => element.Nodes.Any(n => !string.IsNullOrWhiteSpace(n.Text));

    private static bool IsReactions(MarkupElement element) => element.Name == "ul" && (element.HasClass("_a6-q") || element.HasClass("_tqp"));

    private static bool IsFile(MarkupElement element) => element.Name is "video" or "audio" || element.Name == "a" && element["href"] is { Length: > 0 } link && !IsElsewhere(link);

    private static bool IsElsewhere(string link) => link.Contains("://", StringComparison.Ordinal) || link.StartsWith("mailto:", StringComparison.Ordinal);

    private void TakeSlot(MarkupElement slot)
    {
        if (IsReactions(slot) || IsFile(slot))
            return;
        var text = slot.GetText(withImages: false, without: e => IsReactions(e) || IsFile(e));
        var links = slot.Descendants().Where(e => e.Name == "a" && e["href"] is { } link && IsElsewhere(link)).Select(e => (Link: e["href"]!, e.Text)).ToList();
        if (links.Count > 0 && (_words.Count > 0 || links.Exists(l => l.Text == text)))
        {
            _links.AddRange(links.Select(l => l.Link).Where(_seen.Add));
            var shown = links.SelectMany(l => new[] { l.Link, l.Text }).ToHashSet(StringComparer.Ordinal);
            _shared.AddRange(text.Split('\n').Where(line => line.Length > 0 && !shown.Contains(line)));
        }
        else if (text.Length > 0)
        {
            _words.Add(text);
        }
    }

    private void TakeFiles(MarkupElement part)
    {
        foreach (var element in part.Descendants())
        {
            var path = element.Name switch
            {
                "img" or "video" or "audio" or "source" => element["src"],
                "a" => element["href"],
                _ => null,
            };
            if (path is { Length: > 0 } && (element.Name != "a" || !IsElsewhere(path)) && !path.StartsWith("data:", StringComparison.Ordinal) && _seen.Add(path))
                _media.Add(path);
        }
    }

    private void TakeReactions(MarkupElement list)
    {
        foreach (var item in list.Children)
        {
            // The time of a reaction stands in a part of its own behind the name.
            var inner = item.Children.FirstOrDefault(c => c.Name == "span") ?? item;
            var text = inner.GetText(withImages: true, without: e => e.Name == "span" && e.Text.StartsWith('('));
            if (text.Length == 0)
                continue;
            var length = System.Globalization.StringInfo.GetNextTextElementLength(text);
            var actor = text[length..].Trim();
            _reactions.Add(char.IsLetterOrDigit(text[0]) ? new Reaction(null, text) : new Reaction(actor.Length > 0 ? actor : null, text[..length]));
        }
    }
}
