using System.Text;
using Holdfast.Conversations.Json;

namespace Holdfast.Conversations.Formats.Telegram;

/// <summary>The words of a Telegram record: plain, in runs, or only in fields.</summary>
internal static class TelegramText
{
    private const int MostFields = 200;

    /// <summary>The text of a <c>text</c> field: a string, or runs (strings and objects with a text) joined by nothing.</summary>
    /// <param name="value">The field.</param>
    /// <param name="text">The text; null when the field cannot be read.</param>
    /// <param name="damaged">Set to true when bytes or escapes are broken.</param>
    internal static bool TryJoin(JsonValue value, out string? text, ref bool damaged)
    {
        text = value.GetString(ref damaged);
        if (text is not null || value.Kind != JsonKind.Array)
            return text is not null;
        var joined = new StringBuilder();
        var items = value.Items;
        while (items.MoveNext())
        {
            var run = items.Value;
            var part = run.GetString(ref damaged) ?? run["text"u8].GetString(ref damaged);
            if (part is null)
                return false;
            joined.Append(part);
        }

        text = joined.ToString();
        return true;
    }

    /// <summary>
    /// Lists the plain values in a field, however it is nested, as <c>name value; name value</c>: the number in a shared
    /// contact or the place of a location must not be lost because it is not in the text.
    /// </summary>
    internal static void Describe(StringBuilder into, ReadOnlySpan<byte> name, JsonValue value, ref bool damaged)
    {
        var left = MostFields;
        Describe(into, JsonText.Decode(name, ref damaged), value, ref left, 4, ref damaged);
    }

    private static void Describe(StringBuilder into, string name, JsonValue value, ref int left, int depth, ref bool damaged)
    {
        if (depth == 0 || left <= 0)
            return;
        if (value.GetScalar(ref damaged) is { Length: > 0 } scalar)
        {
            left--;
            into.Append(into.Length == 0 ? "" : "; ").Append(name).Append(name.Length == 0 ? "" : " ").Append(scalar);
            return;
        }

        var members = value.Members;
        while (members.MoveNext())
            Describe(into, Words(members.Name, ref damaged), members.Value, ref left, depth - 1, ref damaged);
        var items = value.Items;
        while (items.MoveNext())
            Describe(into, name, items.Value, ref left, depth - 1, ref damaged);
    }

    /// <summary>A field name as words.</summary>
    internal static string Words(ReadOnlySpan<byte> name, ref bool damaged) => JsonText.Decode(name, ref damaged).Replace('_', ' ');
}
