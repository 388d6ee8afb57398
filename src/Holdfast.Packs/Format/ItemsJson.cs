using System.Buffers;
using System.Text.Json;

namespace Holdfast.Packs;

/// <summary>One entry of <c>metadata/items.json</c> as a verifier needs it.</summary>
internal readonly record struct ItemEntry(ItemNumber Number, string? Path, Sha256Digest Hash, long Bytes, bool IsCopied);

/// <summary><c>metadata/items.json</c>: what each item is. Original names live here and nowhere else in a pack.</summary>
internal static class ItemsJson
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true, NewLine = "\n", IndentSize = 1 };

    public static byte[] Write(PackId id, IEnumerable<PackItem> items) => WriteFile(json =>
    {
        json.WriteString("pack", id.ToString());
        json.WriteStartArray("items");
        foreach (var item in items)
        {
            json.WriteStartObject();
            json.WriteString("item", item.Number.ToString());
            if (item.Path is not null)
                json.WriteString("path", item.Path);
            if (item.OriginalName is not null)
                json.WriteString("originalName", item.OriginalName);
            json.WriteString("mime", item.Mime);
            json.WriteNumber("bytes", item.Bytes);
            json.WriteString("sha256", item.Hash.ToString());
            json.WriteBoolean("copied", item.IsCopied);
            if (item.Withheld is { } reason)
                json.WriteString("withheldBecause", reason.ToCode());
            if (item.DerivedFrom is { } origin)
                json.WriteString("derivedFrom", origin.ToString());
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    /// <summary>Writes an indented JSON object with a line feed at its end.</summary>
    public static byte[] WriteFile(Action<Utf8JsonWriter> properties)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Readable))
        {
            json.WriteStartObject();
            properties(json);
            json.WriteEndObject();
        }

        bytes.Write("\n"u8);
        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>Reads the file, or returns null when it is not of this form. Unknown properties are passed over.</summary>
    public static (string? Pack, IReadOnlyList<ItemEntry> Items)? Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = 8, AllowDuplicateProperties = false });
            var root = document.RootElement;
            var items = new List<ItemEntry>();
            foreach (var element in root.GetProperty("items").EnumerateArray())
            {
                if (!ItemNumber.TryParse(element.GetProperty("item").GetString(), out var number)
                    || !Sha256Digest.TryParse(element.GetProperty("sha256").GetString(), out var hash))
                    return null;
                var path = element.TryGetProperty("path", out var p) ? p.GetString() : null;
                items.Add(new(number, path, hash, element.GetProperty("bytes").GetInt64(), element.GetProperty("copied").GetBoolean()));
            }

            return (root.GetProperty("pack").GetString(), items);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return null;
        }
    }
}
