namespace Holdfast.Conversations;

/// <summary>The names of a conversation in order of first appearance.</summary>
internal sealed class NamesSeen
{
    // A real group has hundreds of members; a hostile file could name a new one in each record.
    private const int Most = 100_000;
    private readonly List<string> _order = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private string? _last;

    /// <summary>The names so far.</summary>
    internal IReadOnlyList<string> All => _order;

    /// <summary>Adds a name if it is new.</summary>
    internal void Add(string? name)
    {
        // Names come again and again, and from most readers as the same object.
        if (ReferenceEquals(name, _last))
            return;
        _last = name;
        if (!string.IsNullOrEmpty(name) && _order.Count < Most && _seen.Add(name))
            _order.Add(name);
    }

    /// <summary>True when the name was seen.</summary>
    internal bool Contains(string name) => _seen.Contains(name);

    /// <summary>The first of the names that the person said are theirs, as the file spells it; else null.</summary>
    internal string? SaidToBeMe(ReadingOptions options) =>
        options.Me.Count == 0 ? null : _order.Find(n => options.Me.Contains(n, StringComparer.OrdinalIgnoreCase));
}
