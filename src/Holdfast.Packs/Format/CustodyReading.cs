using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Holdfast.Packs;

/// <summary>What the log says of one item, by its last line about it.</summary>
internal readonly record struct CustodyItem(Sha256Digest Hash, long Bytes, bool IsCopied);

/// <summary>A custody log as read, with what breaks its rules.</summary>
internal sealed class CustodyReading
{
    // Our own lines have about 350 bytes; a line without an end must not fill the memory.
    private const int MaxLine = 64 * 1024;

    private readonly List<PackObjection> _objections = [];
    private readonly Dictionary<ItemNumber, CustodyItem> _items = [];
    private readonly HashSet<Sha256Digest> _withheld = [];

    /// <summary>Number of lines.</summary>
    public long Count { get; private set; }

    /// <summary>Hash of the last line.</summary>
    public Sha256Digest Head { get; private set; }

    public IReadOnlyList<PackObjection> Objections => _objections;

    public IReadOnlyDictionary<ItemNumber, CustodyItem> Items => _items;

    /// <summary>The hash of everything that the log calls withheld, in this pack or an earlier one of the case.</summary>
    public IReadOnlySet<Sha256Digest> Withheld => _withheld;

    public static CustodyReading Read(ReadOnlySpan<byte> log)
    {
        var reading = new CustodyReading();
        while (!log.IsEmpty)
        {
            reading.Count++;
            var end = log.IndexOf((byte)'\n');
            if (end < 0)
                reading.Object(PackFault.LineMalformed);
            reading.ReadLine(end < 0 ? log : log[..end]);
            log = end < 0 ? default : log[(end + 1)..];
        }

        return reading;
    }

    private void Object(PackFault fault) => _objections.Add(new(fault, PackLayout.Custody, Count));

    private void ReadLine(ReadOnlySpan<byte> line)
    {
        // The very form that the shell loop of the README looks for.
        var last = Encoding.ASCII.GetBytes($",\"prev\":\"{Head}\"}}");
        if (!line.EndsWith(last))
            Object(PackFault.CustodyChainBroken);
        Head = Sha256Digest.Of(line);
        if (line.Length > MaxLine || !TryReadProperties(line, out var p))
            Object(PackFault.LineMalformed);
        else if (p.Seq != Count)
            Object(PackFault.CustodySequence);
        else
            Remember(p);
    }

    private void Remember(Properties p)
    {
        if (p.Event is not ("item-added" or "item-derived" or "item-withheld"))
            return;
        if (p.Item is not { } item || p.Hash is not { } hash || p.Bytes is not { } bytes)
        {
            Object(PackFault.LineMalformed);
            return;
        }

        var isCopied = p.Event != "item-withheld";
        _items[item] = new CustodyItem(hash, bytes, isCopied);
        if (!isCopied)
            _withheld.Add(hash);
    }

    private readonly record struct Properties(long Seq, string Event, ItemNumber? Item, Sha256Digest? Hash, long? Bytes);

    private static bool TryReadProperties(ReadOnlySpan<byte> line, out Properties properties)
    {
        properties = default;
        long? seq = null, bytes = null;
        string? name = null, time = null, lastName = null;
        ItemNumber? item = null;
        Sha256Digest? hash = null;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        try
        {
            var json = new Utf8JsonReader(line);
            if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
                return false;
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                lastName = json.GetString()!;
                if (!seen.Add(lastName) || !json.Read() || json.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                    return false;
                var text = json.TokenType == JsonTokenType.String ? json.GetString() : null;
                var number = json.TokenType == JsonTokenType.Number && json.TryGetInt64(out var n) ? n : (long?)null;
                switch (lastName)
                {
                    case "seq": seq = number; break;
                    case "bytes": bytes = number; break;
                    case "time": time = text; break;
                    case "event": name = text; break;
                    case "item": item = ItemNumber.TryParse(text, out var i) ? i : null; break;
                    case "sha256": hash = Sha256Digest.TryParse(text, out var h) ? h : null; break;
                }
            }

            if (json.TokenType != JsonTokenType.EndObject || json.Read())
                return false;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: a string holds bytes that are not UTF-8.
            return false;
        }

        if (seq is null || string.IsNullOrEmpty(name) || lastName != "prev" || !IsTime(time))
            return false;
        properties = new Properties(seq.Value, name, item, hash, bytes);
        return true;
    }

    private static bool IsTime(string? text) => DateTime.TryParseExact(
        text, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
