using Holdfast.Conversations.Json;
using Holdfast.Conversations.TextFiles;

namespace Holdfast.Conversations.Formats.GoogleChat;

/// <summary>Somebody in Google Chat: the name that is shown, and the address that identifies them.</summary>
/// <param name="Name">Display name.</param>
/// <param name="Email">E-mail address.</param>
internal sealed record ChatPerson(string? Name, string? Email)
{
    /// <summary>Reads <c>{name, email, user_type}</c>.</summary>
    internal static ChatPerson Read(JsonValue value, JsonNames names, ref bool damaged) =>
        new(names.Get(value["name"u8], ref damaged), names.Get(value["email"u8], ref damaged));

    /// <summary>Equal for the same account.</summary>
    internal string? Key => Email?.ToLowerInvariant() ?? Name;

    /// <summary>True when both are the same account; names decide only where an address is missing.</summary>
    internal bool Is(ChatPerson other) =>
        Email is not null && other.Email is not null
            ? Email.Equals(other.Email, StringComparison.OrdinalIgnoreCase)
            : Name is not null && Name == other.Name;

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => "person";
}

/// <summary>What a <c>group_info.json</c> says of a conversation.</summary>
/// <param name="Name">Its name; conversations of two have none.</param>
/// <param name="Members">Its members.</param>
internal sealed record ChatGroup(string? Name, IReadOnlyList<ChatPerson> Members)
{
    /// <summary>Reads the file.</summary>
    internal static ChatGroup Read(StructuredFile source)
    {
        var damaged = false;
        var root = JsonValue.Root(source);
        var members = new List<ChatPerson>();
        var names = new JsonNames(name => name);
        var items = root["members"u8].Items;
        while (items.MoveNext())
            members.Add(ChatPerson.Read(items.Value, names, ref damaged));
        return new ChatGroup(root["name"u8].GetString(ref damaged), members);
    }

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => "group";
}
