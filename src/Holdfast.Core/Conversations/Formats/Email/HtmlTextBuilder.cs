using System.Text;
using MimeKit.Text;

namespace Holdfast.Conversations.Formats.Email;

/// <summary>Gathers text the way a browser lays it out: white space folded, a line for each block.</summary>
internal sealed class HtmlTextBuilder
{
    private readonly StringBuilder _text = new();
    private int _preformatted;
    private int _lines;
    private bool _space;

    internal int Length => _text.Length;

    /// <summary>Adds text.</summary>
    internal void Data(string data)
    {
        foreach (var c in data)
        {
            if (_preformatted > 0 && c == '\n')
                _lines++;
            // A no-break space is a space to the reader; other invisible letters are kept, since they can be a disguise.
            else if (c is ' ' or '\t' or '\n' or '\r' or '\f')
                _space = true;
            else
                Letter(c);
        }
    }

    /// <summary>Takes note of a tag.</summary>
    internal void Tag(HtmlTagToken tag)
    {
        switch (tag.Id)
        {
            case HtmlTagId.Br:
                _lines++;
                break;
            case HtmlTagId.Pre:
                _preformatted = Math.Max(0, _preformatted + (tag.IsEndTag ? -1 : 1));
                Block(1);
                break;
            case HtmlTagId.P or HtmlTagId.H1 or HtmlTagId.H2 or HtmlTagId.H3 or HtmlTagId.H4 or HtmlTagId.H5 or HtmlTagId.H6
                or HtmlTagId.BlockQuote or HtmlTagId.HR or HtmlTagId.Table or HtmlTagId.UL or HtmlTagId.OL:
                Block(2);
                break;
            case HtmlTagId.Div or HtmlTagId.LI or HtmlTagId.TR or HtmlTagId.DL or HtmlTagId.DT or HtmlTagId.DD or HtmlTagId.Section
                or HtmlTagId.Article or HtmlTagId.Header or HtmlTagId.Footer or HtmlTagId.Main or HtmlTagId.Center
                or HtmlTagId.Address or HtmlTagId.Option or HtmlTagId.Body:
                Block(1);
                break;
            case HtmlTagId.TD or HtmlTagId.TH:
                _space = true;
                break;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    private void Block(int lines) => _lines = Math.Max(_lines, lines);

    private void Letter(char c)
    {
        if (_text.Length > 0 && _lines > 0)
            _text.Append('\n', Math.Min(_lines, 2));
        else if (_text.Length > 0 && _space)
            _text.Append(' ');
        _lines = 0;
        _space = false;
        _text.Append(c);
    }
}
