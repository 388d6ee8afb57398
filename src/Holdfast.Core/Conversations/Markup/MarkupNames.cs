using System.Text;

namespace Holdfast.Conversations.Markup;

/// <summary>Names of elements and attributes, each as one string however often it comes.</summary>
internal sealed class MarkupNames(MarkupDialect dialect)
{
    /// <summary>Most bytes of a name; what is longer is no name that anybody looks for.</summary>
    internal const int Longest = 64;

    // A hostile file could bring a new name with each tag.
    private const int MostKept = 1024;

    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>The name that these bytes spell.</summary>
    internal string Find(ReadOnlySpan<byte> bytes)
    {
        Span<char> letters = stackalloc char[Longest];
        var name = letters[..Encoding.UTF8.GetChars(bytes[..Math.Min(bytes.Length, Longest)], letters)];
        if (dialect == MarkupDialect.Html)
        {
            foreach (ref var c in name)
                c = char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c;
        }

        var known = _names.GetAlternateLookup<ReadOnlySpan<char>>();
        if (known.TryGetValue(name, out var found))
            return found;
        var text = name.ToString();
        if (_names.Count < MostKept)
            _names.Add(text);
        return text;
    }
}
