using System.Text;

namespace Holdfast.Conversations.Formats.Email;

/// <summary>Joins the lines of <c>format=flowed</c> (RFC 3676): a line that ends with a space goes on in the next one.</summary>
internal static class FlowedText
{
    /// <summary>Joins; quoted lines and the signature line are left as they are.</summary>
    internal static string Join(string text, bool deleteSpace)
    {
        var joined = new StringBuilder(text.Length);
        foreach (var span in text.EnumerateLines())
        {
            var line = span;
            // Space-stuffing (section 4.4) protects lines that begin with a space, a quote mark or "From ".
            if (line.StartsWith(' '))
                line = line[1..];
            joined.Append(line);
            if (!line.EndsWith(' ') || line.SequenceEqual("-- ") || line.StartsWith('>'))
                joined.Append('\n');
            else if (deleteSpace)
                joined.Length--;
        }

        // EnumerateLines yields an empty line after the last line end; it is not one of the text.
        if (joined.Length > 0 && joined[^1] == '\n')
            joined.Length--;
        return joined.ToString();
    }
}
