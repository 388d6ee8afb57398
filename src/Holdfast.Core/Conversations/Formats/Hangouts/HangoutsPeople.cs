using Holdfast.Conversations.Json;

namespace Holdfast.Conversations.Formats.Hangouts;

/// <summary>The names behind the numbers of Hangouts accounts, from the lists of participants of all conversations.</summary>
internal sealed class HangoutsPeople
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    /// <summary>The number in <c>{gaia_id, chat_id}</c>.</summary>
    internal static string? Id(JsonValue id, ref bool damaged) => id["gaia_id"u8].GetScalar(ref damaged) ?? id["chat_id"u8].GetScalar(ref damaged);

    /// <summary>Adds a list of participants. A name is missing in some conversations and there in others.</summary>
    internal void Add(JsonValue participants)
    {
        var damaged = false;
        var items = participants.Items;
        while (items.MoveNext())
        {
            if (Id(items.Value["id"u8], ref damaged) is { } id && items.Value["fallback_name"u8].GetString(ref damaged) is { Length: > 0 } name)
                _names.TryAdd(id, name);
        }
    }

    /// <summary>Gives the owner a name where no list has one.</summary>
    internal void NameOwner(string id, string name) => _names.TryAdd(id, name);

    /// <summary>The name, or null when no list has one.</summary>
    internal string? NameOf(string? id) => id is null ? null : _names.GetValueOrDefault(id);
}
