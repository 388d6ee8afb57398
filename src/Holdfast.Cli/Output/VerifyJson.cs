using System.Globalization;
using System.Text.Json;
using Holdfast.Packs;

namespace Holdfast.Cli.Output;

/// <summary>Writes the verdict on a pack as JSON. The shape is documented in docs/json.md.</summary>
internal static class VerifyJson
{
    public static void Write(Utf8JsonWriter json, PackVerdict verdict, string path)
    {
        json.WriteStartObject();
        json.WriteText("input", path);
        if (verdict is PackReport report)
        {
            json.WriteBoolean("valid", report.IsIntact);
            json.WriteText("layer", report.FirstFailed?.ToCode());
            json.WriteStartArray("layers");
            foreach (var layer in report.Layers)
            {
                Layer(json, layer);
            }

            json.WriteEndArray();
            Facts(json, report.Facts);
        }
        else
        {
            json.WriteBoolean("valid", false);
            json.WriteString("layer", PackLayer.Archive.ToCode());
            json.WriteString("notAPack", ((NotAPack)verdict).Reason.ToCode());
        }

        json.WriteEndObject();
        json.Flush();
    }

    private static void Layer(Utf8JsonWriter json, LayerResult layer)
    {
        json.WriteStartObject();
        json.WriteString("layer", layer.Layer.ToCode());
        json.WriteString("state", layer.State.ToCode());
        json.WriteStartArray("objections");
        foreach (var objection in layer.Objections)
        {
            json.WriteStartObject();
            json.WriteString("fault", objection.Fault.ToCode());
            json.WriteText("path", objection.Path);
            if (objection.Line > 0)
            {
                json.WriteNumber("line", objection.Line);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (layer.More > 0)
        {
            json.WriteNumber("more", layer.More);
        }

        json.WriteEndObject();
    }

    private static void Facts(Utf8JsonWriter json, PackFacts facts)
    {
        json.WriteStartObject("facts");
        json.WriteText("pack", facts.Id?.ToString());
        json.WriteBoolean("partial", facts.IsPartial);
        json.WriteText("tool", facts.Tool);
        json.WriteText("seal", facts.Seal?.ToString());
        json.WriteText("key", facts.KeyFingerprint?.ToString());
        json.WriteText("zip", facts.Zip?.ToString());
        json.WriteNumber("copied", facts.ItemsCopied);
        json.WriteNumber("withheld", facts.ItemsWithheld);
        json.WriteNumber("custodyEntries", facts.CustodyEntries);
        json.WriteText("signedAt", facts.SignedAt is { } signed ? Time(signed) : null);
        json.WriteText("stampedAt", facts.StampedAt is { } stamped ? Time(stamped) : null);
        json.WriteText("stampAuthority", facts.StampAuthority);
        json.WriteBoolean("timeStamped", facts.StampedAt is not null);
        json.WriteEndObject();
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
