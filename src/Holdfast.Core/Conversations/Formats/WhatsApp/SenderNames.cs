using System.Text;

namespace Holdfast.Conversations.Formats.WhatsApp;

/// <summary>Turns the bytes of a sender into one string for each name, without allocating for every record.</summary>
internal sealed class SenderNames
{
    private readonly List<(byte[] Raw, string Name)> _recent = [];
    private readonly Dictionary<string, string> _byRaw = new(StringComparer.Ordinal);
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];

    /// <summary>Most names that are remembered; a forged file with a new name on every line must not fill the memory.</summary>
    private const int MaxRemembered = 20_000;

    public IReadOnlyList<string> InOrder => _order;

    public string Get(ReadOnlySpan<byte> raw)
    {
        foreach (var (bytes, name) in _recent)
        {
            if (raw.SequenceEqual(bytes))
            {
                return name;
            }
        }

        return Remember(raw);
    }

    private string Remember(ReadOnlySpan<byte> raw)
    {
        var text = Encoding.UTF8.GetString(raw);
        if (!_byRaw.TryGetValue(text, out var name))
        {
            name = SenderSplit.CleanName(text);
            if (_byRaw.Count < MaxRemembered)
            {
                _byRaw.Add(text, name);
                if (_known.Add(name))
                {
                    _order.Add(name);
                }
            }
        }

        if (_recent.Count < 8)
        {
            _recent.Add((raw.ToArray(), name));
        }

        return name;
    }
}
