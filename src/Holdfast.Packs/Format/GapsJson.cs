namespace Holdfast.Packs;

/// <summary>Something that could not be put into a pack.</summary>
internal sealed record PackGap(string Code, ItemNumber? Item);

/// <summary><c>metadata/gaps.json</c>: what a partial pack lacks.</summary>
internal static class GapsJson
{
    public static byte[] Write(IReadOnlyList<PackGap> gaps) => ItemsJson.WriteFile(json =>
    {
        json.WriteStartArray("gaps");
        foreach (var gap in gaps)
        {
            json.WriteStartObject();
            json.WriteString("code", gap.Code);
            if (gap.Item is { } number)
                json.WriteString("item", number.ToString());
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });
}
