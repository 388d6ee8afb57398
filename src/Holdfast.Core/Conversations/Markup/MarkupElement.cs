using System.Text;

namespace Holdfast.Conversations.Markup;

/// <summary>One element of a markup file with all that it holds.</summary>
internal sealed class MarkupElement
{
    private readonly KeyValuePair<string, string>[] _attributes;
    private readonly List<MarkupNode> _nodes = [];

    internal MarkupElement(string name, KeyValuePair<string, string>[] attributes, MarkupDialect dialect) =>
        (Name, _attributes, Dialect) = (name, attributes, dialect);

    /// <summary>Its name, in lower case in HTML.</summary>
    internal string Name { get; }

    /// <summary>The rules by which it is read.</summary>
    internal MarkupDialect Dialect { get; }

    /// <summary>Where it lies in the original.</summary>
    internal RecordPlace Place { get; private set; }

    /// <summary>False when the file, or what is kept of the record, ends before the element does.</summary>
    internal bool IsComplete { get; private set; }

    /// <summary>What it holds, in order.</summary>
    internal IReadOnlyList<MarkupNode> Nodes => _nodes;

    /// <summary>The elements directly in it.</summary>
    internal IEnumerable<MarkupElement> Children => _nodes.Where(n => n.Element is not null).Select(n => n.Element!);

    /// <summary>Its attributes, in order.</summary>
    internal IReadOnlyList<KeyValuePair<string, string>> Attributes => _attributes;

    /// <summary>The value of an attribute; empty when it has none; null when there is no such attribute.</summary>
    internal string? this[string attribute]
    {
        get
        {
            foreach (var (name, value) in _attributes)
            {
                if (name == attribute)
                    return value;
            }

            return null;
        }
    }

    /// <summary>
    /// The text as a reader sees it: white space folded, a line for each block and <c>&lt;br&gt;</c>, trimmed; in XML, the
    /// text exactly.
    /// </summary>
    internal string Text => GetText();

    /// <summary>True when the <c>class</c> attribute lists that class.</summary>
    internal bool HasClass(string name) => ListsClass(this["class"], name);

    /// <summary>All elements in it at any depth, in the order in which they begin; not itself.</summary>
    internal IEnumerable<MarkupElement> Descendants()
    {
        var open = new Stack<(MarkupElement Element, int Next)>();
        open.Push((this, 0));
        while (open.TryPop(out var top))
        {
            for (var i = top.Next; i < top.Element._nodes.Count; i++)
            {
                if (top.Element._nodes[i].Element is not { } child)
                    continue;
                open.Push((top.Element, i + 1));
                open.Push((child, 0));
                yield return child;
                break;
            }
        }
    }

    /// <summary>The first element in it that is wanted, at any depth; null when there is none.</summary>
    internal MarkupElement? First(Func<MarkupElement, bool> isWanted) => Descendants().FirstOrDefault(isWanted);

    /// <summary>The text as <see cref="Text"/>, with a choice of what counts.</summary>
    /// <param name="withImages">True to read the <c>alt</c> text of images as text: some platforms draw emoji so.</param>
    /// <param name="without">Elements whose text is left out.</param>
    internal string GetText(bool withImages = false, Func<MarkupElement, bool>? without = null)
    {
        var layout = new MarkupLayout(Dialect, withImages, without);
        layout.Add(this);
        return layout.ToString();
    }

    /// <summary>
    /// Reads a piece of markup that lies inside some other text: an element without a name that holds it all. Its places
    /// count from the start of the piece, in UTF-8.
    /// </summary>
    internal static MarkupElement Parse(string markup, MarkupDialect dialect)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(markup), writable: false);
        return MarkupRecords.Whole(stream, dialect);
    }

    /// <summary>True when a <c>class</c> attribute lists that class.</summary>
    internal static bool ListsClass(string? classes, string name)
    {
        var rest = classes.AsSpan();
        for (var at = rest.IndexOf(name, StringComparison.Ordinal); at >= 0; at = rest.IndexOf(name, StringComparison.Ordinal))
        {
            var end = at + name.Length;
            if ((at == 0 || IsSpace(rest[at - 1])) && (end == rest.Length || IsSpace(rest[end])))
                return true;
            // The letter before must still be seen.
            rest = rest[end..];
            if (rest.IsEmpty || !IsSpace(rest[0]))
                rest = rest.IndexOfAny(" \t\n\r\f") is var space and >= 0 ? rest[space..] : [];
        }

        return false;
    }

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => "element";

    internal void Add(MarkupElement child) => _nodes.Add(new MarkupNode(null, child));

    internal void Add(string text) => _nodes.Add(new MarkupNode(text, null));

    internal void Finish(long start, long end, bool complete) =>
        (Place, IsComplete) = (new RecordPlace(start, Math.Max(0, end - start), 0), complete);

    private static bool IsSpace(char c) => c is ' ' or '\t' or '\n' or '\r' or '\f';
}

/// <summary>A piece of text or an element, in the order of the file.</summary>
/// <param name="Text">The text, or null.</param>
/// <param name="Element">The element, or null.</param>
internal readonly record struct MarkupNode(string? Text, MarkupElement? Element)
{
    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => "node";
}
