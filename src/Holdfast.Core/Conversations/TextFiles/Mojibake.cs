using System.Text;
using System.Text.Unicode;

namespace Holdfast.Conversations.TextFiles;

/// <summary>
/// Undoes what Meta does to text in its JSON exports: each byte of the UTF-8 form is written as a character of its own.
/// </summary>
internal static class Mojibake
{
    /// <summary>
    /// The repaired text when every character is below U+0100 and together they are valid UTF-8; otherwise the text as it
    /// is, because then it was right already.
    /// </summary>
    internal static string Repair(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\u0080', '\u00FF') || text.AsSpan().ContainsAnyExceptInRange('\0', '\u00FF'))
            return text;
        var bytes = Encoding.Latin1.GetBytes(text);
        return Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : text;
    }
}
