using System.Collections.Frozen;

namespace Holdfast.Conversations.Markup;

/// <summary>
/// Which elements are open, and which of them a tag closes. For HTML a short form of what browsers do (HTML Standard, tree
/// construction): void elements, optional end tags, and end tags that match nothing.
/// </summary>
internal sealed class MarkupNesting(MarkupDialect dialect)
{
    // Only the nearest open elements are looked at, so that a hostile nesting costs no more than a plain one.
    private const int Reach = 600;

    private static readonly FrozenSet<string> Void = Set("area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr");

    private static readonly FrozenSet<string> Blocks = Set(
        "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form "
        + "h1 h2 h3 h4 h5 h6 head header hgroup hr html li main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul");

    private static readonly FrozenSet<string> OptionalEnd = Set("html head body p li dt dd tr td th tbody thead tfoot option optgroup colgroup caption");

    private readonly List<string> _open = [];

    /// <summary>How many elements are open.</summary>
    internal int Count => _open.Count;

    /// <summary>True when an element is open whose end the file still owes.</summary>
    internal bool IsUnfinished => _open.Exists(n => dialect == MarkupDialect.Xml || Blocks.Contains(n) && !OptionalEnd.Contains(n));

    /// <summary>True for an element that begins and ends a line of text.</summary>
    internal static bool IsBlock(string name) => Blocks.Contains(name);

    /// <summary>True when the element that the tag begins has no content.</summary>
    internal bool IsEmpty(MarkupTag tag) => dialect == MarkupDialect.Xml ? tag.IsSelfClosing : Void.Contains(tag.Name);

    /// <summary>Opens an element.</summary>
    internal void Open(string name) => _open.Add(name);

    /// <summary>Closes the innermost elements.</summary>
    internal void Close(int count) => _open.RemoveRange(_open.Count - count, count);

    /// <summary>Forgets the outermost elements but the given number of inner ones.</summary>
    internal void ForgetOuter(int keep) => _open.RemoveRange(0, Math.Max(0, _open.Count - keep));

    /// <summary>How many elements an end tag closes; 0 when it belongs to none.</summary>
    internal int ClosedByEnd(string name)
    {
        for (var i = _open.Count - 1; i >= Math.Max(0, _open.Count - Reach); i--)
        {
            if (_open[i] == name)
                return _open.Count - i;
            // The end of an inline element does not reach out of its block, nor the end of a block out of its cell.
            if (dialect == MarkupDialect.Html && (!Blocks.Contains(name) && Blocks.Contains(_open[i])
                || _open[i] is "td" or "th" && name is not ("tr" or "table" or "tbody" or "thead" or "tfoot" or "td" or "th" or "body" or "html")))
                return 0;
        }

        return 0;
    }

    /// <summary>How many elements a start tag closes, because their own end tags may be left out.</summary>
    internal int ClosedByStart(string name)
    {
        if (dialect == MarkupDialect.Xml)
            return 0;
        return name switch
        {
            "li" => UpTo("li", stop: ["ul", "ol", "menu", "dir"]),
            "dt" or "dd" => Math.Max(UpTo("dt", stop: ["dl", "dd"]), UpTo("dd", stop: ["dl", "dt"])),
            "td" or "th" => Math.Max(UpTo("td", stop: ["tr", "table", "th"]), UpTo("th", stop: ["tr", "table", "td"])),
            "tr" => UpTo("tr", stop: ["table", "tbody", "thead", "tfoot"]),
            "option" => UpTo("option", stop: ["select", "datalist"]),
            "body" => UpTo("head", stop: ["body"]),
            _ when Blocks.Contains(name) => UpTo("p", stop: []),
            _ => 0,
        };
    }

    private int UpTo(string name, ReadOnlySpan<string> stop)
    {
        for (var i = _open.Count - 1; i >= Math.Max(0, _open.Count - Reach); i--)
        {
            if (_open[i] == name)
                return _open.Count - i;
            var ends = stop.IsEmpty ? Blocks.Contains(_open[i]) : stop.Contains(_open[i]);
            if (ends || _open[i] is "table" or "button" && name is not ("tr" or "td" or "th"))
                return 0;
        }

        return 0;
    }

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
