using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace Holdfast.Packs;

/// <summary>
/// The custody log: one JSON object a line, whose last property holds the SHA-256 of the line before it. Lines are only ever
/// added. It holds numbers, hashes, roles and our own file names; never a name, a message or a note.
/// </summary>
internal sealed class CustodyLog
{
    private readonly ArrayBufferWriter<byte> _bytes = new();
    private readonly TimeProvider _clock;

    /// <param name="clock">Gives the time of each line.</param>
    /// <param name="earlier">The whole log of an earlier pack of the case, already read without a fault; or empty.</param>
    /// <param name="reading">What was read in <paramref name="earlier"/>.</param>
    public CustodyLog(TimeProvider clock, ReadOnlySpan<byte> earlier, CustodyReading reading)
    {
        _clock = clock;
        _bytes.Write(earlier);
        Count = reading.Count;
        Head = reading.Head;
    }

    /// <summary>Number of lines.</summary>
    public long Count { get; private set; }

    /// <summary>Hash of the last line without its line feed; 32 zero bytes when there is none.</summary>
    public Sha256Digest Head { get; private set; }

    /// <summary>The log as it stands in the pack.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.WrittenSpan;

    /// <summary>Adds a line.</summary>
    /// <param name="name">Name of the event.</param>
    /// <param name="properties">Writes what belongs to the event.</param>
    public void Append(string name, Action<Utf8JsonWriter>? properties = null)
    {
        var line = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(line))
        {
            json.WriteStartObject();
            json.WriteNumber("seq", Count + 1);
            json.WriteString("time", Timestamp(_clock.GetUtcNow()));
            json.WriteString("event", name);
            properties?.Invoke(json);
            json.WriteString("prev", Head.ToString());
            json.WriteEndObject();
        }

        _bytes.Write(line.WrittenSpan);
        _bytes.Write("\n"u8);
        Head = Sha256Digest.Of(line.WrittenSpan);
        Count++;
    }

    /// <summary>RFC 3339, UTC, whole seconds.</summary>
    public static string Timestamp(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
