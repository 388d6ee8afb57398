using MimeKit.Text;

namespace Holdfast.Conversations.Formats.Email;

/// <summary>
/// Turns the HTML of an e-mail into the text that a reader sees. It loads nothing and runs nothing. Text is left out only
/// where its own style hides it in plain words; in doubt it stays.
/// </summary>
internal static class HtmlText
{
    /// <summary>Converts, up to a number of characters.</summary>
    internal static string Convert(string html, int mostCharacters)
    {
        using var reader = new StringReader(html);
        var tokenizer = new HtmlTokenizer(reader) { DecodeCharacterReferences = true };
        var text = new HtmlTextBuilder();
        var skip = new SkippedElement();
        while (text.Length <= mostCharacters && tokenizer.ReadNextToken(out var token))
        {
            switch (token)
            {
                case HtmlTagToken tag:
                    if (!skip.Passes(tag))
                        continue;
                    text.Tag(tag);
                    break;
                case HtmlScriptDataToken or HtmlCommentToken or HtmlDocTypeToken:
                    break;
                case HtmlDataToken data when !skip.IsActive:
                    text.Data(data.Data);
                    break;
            }
        }

        return text.ToString();
    }
}
