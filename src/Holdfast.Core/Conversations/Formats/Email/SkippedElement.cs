using MimeKit.Text;

namespace Holdfast.Conversations.Formats.Email;

/// <summary>Knows whether the walk is inside an element whose text nobody sees.</summary>
internal sealed class SkippedElement
{
    private HtmlTagId _id;
    private string _name = "";
    private int _depth;

    internal bool IsActive => _depth > 0;

    /// <summary>Takes note of a tag; false when the tag itself is within what is skipped.</summary>
    internal bool Passes(HtmlTagToken tag)
    {
        if (_depth == 0)
        {
            // Void and self-closed elements have no inside.
            if (tag.IsEndTag || tag.IsEmptyElement || IsVoid(tag.Id) || !IsUnseen(tag))
                return true;
            (_id, _name, _depth) = (tag.Id, tag.Name, 1);
            return false;
        }

        // A head that was never closed ends where the body begins.
        if (_id == HtmlTagId.Head && tag.Id == HtmlTagId.Body && !tag.IsEndTag)
        {
            _depth = 0;
            return true;
        }

        if (tag.Id == _id && string.Equals(tag.Name, _name, StringComparison.OrdinalIgnoreCase) && !tag.IsEmptyElement)
            _depth += tag.IsEndTag ? -1 : 1;
        return false;
    }

    private static bool IsVoid(HtmlTagId id) =>
        id is HtmlTagId.Br or HtmlTagId.HR or HtmlTagId.Image or HtmlTagId.Input or HtmlTagId.Link or HtmlTagId.Meta or HtmlTagId.Area
            or HtmlTagId.Base or HtmlTagId.Col or HtmlTagId.Embed or HtmlTagId.Source or HtmlTagId.Track or HtmlTagId.Wbr;

    private static bool IsUnseen(HtmlTagToken tag)
    {
        if (tag.Id is HtmlTagId.Script or HtmlTagId.Style or HtmlTagId.Head or HtmlTagId.Title)
            return true;
        foreach (var attribute in tag.Attributes)
        {
            if (attribute.Id == HtmlAttributeId.Style && attribute.Value is { } style && HidesText(style))
                return true;
        }

        return false;
    }

    private static bool HidesText(string style)
    {
        foreach (var declaration in style.Split(';'))
        {
            var parts = declaration.Split(':', 2, StringSplitOptions.TrimEntries);
            if (parts.Length != 2)
                continue;
            var value = parts[1].Replace("!important", "", StringComparison.OrdinalIgnoreCase).Trim().ToLowerInvariant();
            if (parts[0].ToLowerInvariant() is var name
                && (name == "display" && value == "none" || name == "visibility" && value == "hidden"
                    || name == "font-size" && value is "0" or "0px" or "0pt" or "0em" or "0%"))
                return true;
        }

        return false;
    }
}
