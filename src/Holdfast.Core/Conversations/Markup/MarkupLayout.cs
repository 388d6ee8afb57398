using System.Text;

namespace Holdfast.Conversations.Markup;

/// <summary>Lays out the text of elements as a browser does: white space folded, a line for each block.</summary>
internal sealed class MarkupLayout(MarkupDialect dialect, bool withImages, Func<MarkupElement, bool>? without)
{
    private readonly StringBuilder _text = new();
    private int _lines;
    private bool _space;
    private int _exact = dialect == MarkupDialect.Xml ? 1 : 0;

    /// <summary>Adds all that an element holds. The depth of a tree is bounded by <see cref="MarkupLimits.Depth"/>.</summary>
    internal void Add(MarkupElement element)
    {
        foreach (var node in element.Nodes)
        {
            if (node.Text is not null)
                Letters(node.Text);
            else if (without is null || !without(node.Element!))
                Inside(node.Element!);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    private void Inside(MarkupElement element)
    {
        if (dialect == MarkupDialect.Xml)
        {
            Add(element);
            return;
        }

        switch (element.Name)
        {
            case "br":
                _lines++;
                return;
            case "script" or "style" or "template":
                return;
            case "img" when withImages && element["alt"] is { } alt:
                Letters(alt);
                return;
            case "td" or "th":
                _space = true;
                Add(element);
                _space = true;
                return;
        }

        var isBlock = MarkupNesting.IsBlock(element.Name);
        if (isBlock)
            _lines = Math.Max(_lines, 1);
        var isExact = element.Name is "pre" or "textarea";
        _exact += isExact ? 1 : 0;
        Add(element);
        _exact -= isExact ? 1 : 0;
        if (isBlock)
            _lines = Math.Max(_lines, 1);
    }

    private void Letters(string text)
    {
        if (dialect == MarkupDialect.Xml)
        {
            _text.Append(text);
            return;
        }

        foreach (var c in text)
        {
            // A no-break space and the invisible letters stay: they can be evidence.
            if (c == '\n' && _exact > 0)
                _lines++;
            else if (c is '\n' or '\r' or '\t' or '\f' || c == ' ' && _exact == 0)
                _space = true;
            else
                Letter(c);
        }
    }

    private void Letter(char c)
    {
        if (_text.Length > 0)
        {
            if (_lines > 0)
                _text.Append('\n', _lines);
            else if (_space)
                _text.Append(' ');
        }

        (_lines, _space) = (0, false);
        _text.Append(c);
    }
}
