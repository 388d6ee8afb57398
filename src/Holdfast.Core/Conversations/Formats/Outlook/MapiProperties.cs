using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Holdfast.Conversations.TextFiles;

namespace Holdfast.Conversations.Formats.Outlook;

/// <summary>
/// The properties of a message, recipient or attachment ([MS-OXMSG] 2.4): short ones in one table, long ones each in a
/// stream named after its tag.
/// </summary>
internal sealed class MapiProperties
{
    private const int Windows1252 = 1252;
    private const int Utf8 = 65001;
    private readonly CompoundFile _file;
    private readonly CompoundEntry _storage;
    private readonly Dictionary<uint, long> _short = [];
    private readonly Encoding _encoding;

    // .NET knows the older code pages only when asked to.
    static MapiProperties() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <param name="file">The file.</param>
    /// <param name="storage">The storage that holds the properties.</param>
    /// <param name="tableHeader">Bytes before the first row of the table: 32 for a message, 24 for one inside it, 8 for the rest.</param>
    /// <param name="parent">The message that this belongs to: its code page holds here too.</param>
    internal MapiProperties(CompoundFile file, CompoundEntry storage, int tableHeader, MapiProperties? parent = null)
    {
        (_file, _storage) = (file, storage);
        if (storage.Children.TryGetValue("__properties_version1.0", out var entry))
            ReadTable(file.Content(entry), tableHeader);
        _encoding = Find(Number(MapiTag.CodePage) ?? Number(MapiTag.InternetCodePage)) ?? parent?._encoding ?? Find(Windows1252)!;
    }

    /// <summary>True when there are any.</summary>
    internal bool Any => _short.Count > 0 || _storage.Children.Keys.Any(k => k.StartsWith("__substg1.0_", StringComparison.OrdinalIgnoreCase));

    /// <summary>A text, in Unicode or in the code page of the message; null when there is none.</summary>
    internal string? Text(ushort tag)
    {
        if (Stream(tag, 0x001F) is { } wide)
            return Encoding.Unicode.GetString(wide, 0, wide.Length / 2 * 2).TrimEnd('\0');
        return Stream(tag, 0x001E) is { } narrow ? _encoding.GetString(narrow).TrimEnd('\0') : null;
    }

    /// <summary>The HTML of a body, which is text or bytes in the code page that the message names for it.</summary>
    internal string? Html(ushort tag)
    {
        if (Text(tag) is { } text)
            return text;
        if (Stream(tag, 0x0102) is not { } bytes)
            return null;
        var encoding = Find(Number(MapiTag.InternetCodePage));
        if (encoding is not null && encoding.CodePage != Utf8)
            return encoding.GetString(bytes).TrimEnd('\0');
        var damaged = false;
        return TextDecoding.Decode(bytes, TextForm.Utf8, ref damaged);
    }

    /// <summary>Bytes; null when there are none.</summary>
    internal byte[]? Bytes(ushort tag) => Stream(tag, 0x0102);

    /// <summary>A whole number; null when there is none.</summary>
    internal int? Number(ushort tag) => _short.TryGetValue((uint)tag << 16 | 3, out var value) ? unchecked((int)value) : null;

    /// <summary>A point in time; none when there is none, or one that no message can have.</summary>
    internal MessageTime Time(ushort tag)
    {
        if (!_short.TryGetValue((uint)tag << 16 | 0x40, out var ticks) || ticks <= 0 || ticks > MapiTag.LatestTime)
            return MessageTime.None;
        // To the second, as mail has it; the finer digits come from the clock of whoever saved the file.
        var utc = DateTime.FromFileTimeUtc(ticks);
        return MessageTime.FromInstant(new DateTimeOffset(utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerSecond))));
    }

    /// <summary>The storage of an object that is a property (an attached message).</summary>
    internal CompoundEntry? Object(ushort tag) =>
        _storage.Children.TryGetValue(Name(tag, 0x000D), out var entry) && entry.IsStorage ? entry : null;

    private byte[]? Stream(ushort tag, ushort type) =>
        _storage.Children.TryGetValue(Name(tag, type), out var entry) && !entry.IsStorage ? _file.Content(entry) : null;

    private static string Name(ushort tag, ushort type) =>
        string.Create(CultureInfo.InvariantCulture, $"__substg1.0_{tag:X4}{type:X4}");

    private void ReadTable(byte[] table, int header)
    {
        for (var at = header; at + 16 <= table.Length; at += 16)
            _short[BinaryPrimitives.ReadUInt32LittleEndian(table.AsSpan(at))] = BinaryPrimitives.ReadInt64LittleEndian(table.AsSpan(at + 8));
    }

    private static Encoding? Find(int? codePage)
    {
        if (codePage is null or <= 0 or > 65535 or 1200 or 1201)
            return null;
        try
        {
            return Encoding.GetEncoding(codePage.Value);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
