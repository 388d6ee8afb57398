using System.Globalization;
using System.Text;

namespace Holdfast.Packs;

/// <summary>The fields of <c>bag-info.txt</c> (RFC 8493 section 2.2.2) that a pack has.</summary>
internal sealed record BagInfo
{
    public const string Version = "1";

    public string? Agent { get; private init; }
    public string? Date { get; private init; }
    public PackId? Id { get; private init; }
    public string? Format { get; private init; }
    public bool IsPartial { get; private init; }
    public (long Bytes, long Files)? Oxum { get; private init; }
    public long? CustodyEntries { get; private init; }
    public Sha256Digest? CustodyHead { get; private init; }
    public long? WithheldItems { get; private init; }

    public static byte[] Write(
        string agent, DateTimeOffset sealedAt, PackId id, bool isPartial, long bytes, long files, CustodyLog custody, int withheld) =>
        Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"""
            Bag-Software-Agent: {agent}
            Bagging-Date: {sealedAt.UtcDateTime:yyyy-MM-dd}
            External-Identifier: {id}
            Pack-Format: {Version}
            Pack-State: {(isPartial ? "partial" : "complete")}
            Payload-Oxum: {bytes}.{files}
            Custody-Entries: {custody.Count}
            Custody-Head: sha256:{custody.Head}
            Withheld-Items: {withheld}

            """).ReplaceLineEndings("\n"));

    /// <summary>
    /// Reads one <c>Label: value</c> a line. Folded lines, carriage returns and repeated labels are refused (RFC 8493 would
    /// allow them): two readers must never see two values.
    /// </summary>
    public static BagInfo Read(ReadOnlySpan<byte> bytes, List<PackObjection> objections)
    {
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        for (var number = 1L; !bytes.IsEmpty; number++)
        {
            var end = bytes.IndexOf((byte)'\n');
            var line = Encoding.Latin1.GetString(end < 0 ? bytes : bytes[..end]);
            var colon = line.IndexOf(": ", StringComparison.Ordinal);
            if (end < 0 || colon <= 0 || line.AsSpan().ContainsAnyExceptInRange(' ', '~') || line.AsSpan(0, colon).Contains(' '))
                objections.Add(new(PackFault.LineMalformed, PackLayout.BagInfo, number));
            else if (!fields.TryAdd(line[..colon], line[(colon + 2)..]))
                objections.Add(new(PackFault.LineRepeated, PackLayout.BagInfo, number));
            bytes = end < 0 ? default : bytes[(end + 1)..];
        }

        return From(fields);
    }

    private static BagInfo From(Dictionary<string, string> fields)
    {
        var oxum = fields.GetValueOrDefault("Payload-Oxum")?.Split('.');
        return new BagInfo
        {
            Agent = fields.GetValueOrDefault("Bag-Software-Agent"),
            Date = fields.GetValueOrDefault("Bagging-Date"),
            Id = PackId.TryParse(fields.GetValueOrDefault("External-Identifier"), out var id) ? id : null,
            Format = fields.GetValueOrDefault("Pack-Format"),
            IsPartial = fields.GetValueOrDefault("Pack-State") == "partial",
            Oxum = oxum is [var b, var f] && Number(b) is { } bytes && Number(f) is { } files ? (bytes, files) : null,
            CustodyEntries = Number(fields.GetValueOrDefault("Custody-Entries")),
            CustodyHead = Head(fields.GetValueOrDefault("Custody-Head")),
            WithheldItems = Number(fields.GetValueOrDefault("Withheld-Items")),
        };
    }

    private static long? Number(string? text) =>
        text is { Length: <= 18 } && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
        && n.ToString(CultureInfo.InvariantCulture) == text ? n : null;

    private static Sha256Digest? Head(string? text) =>
        text is not null && text.StartsWith("sha256:", StringComparison.Ordinal)
        && Sha256Digest.TryParseCanonical(Encoding.ASCII.GetBytes(text[7..]), out var head) ? head : null;
}
