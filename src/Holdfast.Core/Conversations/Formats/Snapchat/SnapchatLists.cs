using Holdfast.Conversations.Dates;
using Holdfast.Conversations.Json;

namespace Holdfast.Conversations.Formats.Snapchat;

/// <summary>Reads the lists of <c>friends.json</c>: friends, requests, blocked and removed accounts.</summary>
internal static class SnapchatLists
{
    /// <summary>What a list says about the accounts in it; null for a list that is not known.</summary>
    internal static ContactRelation? Relation(string name) => name switch
    {
        "Friends" => ContactRelation.Friend,
        "Friend Requests Sent" or "Sent Requests" => ContactRelation.RequestSent,
        "Pending Requests" or "Friend Requests Received" or "Received Requests" or "Friend Requests" => ContactRelation.RequestReceived,
        "Ignored Snapchatters" or "Ignored Requests" => ContactRelation.RequestDeclined,
        "Blocked Users" => ContactRelation.Blocked,
        "Hidden Friend Suggestions" or "Muted Users" => ContactRelation.Restricted,
        "Deleted Friends" => ContactRelation.Removed,
        _ => null,
    };

    /// <summary>One entry of a list.</summary>
    internal static Contact Read(JsonValue entry, ContactRelation relation, ExportFile file, RecordPlace place)
    {
        var ignored = false;
        return new Contact
        {
            Format = SnapchatReader.FormatName,
            Relation = relation,
            Name = entry["Display Name"u8].GetString(ref ignored) is { Length: > 0 } name ? name : null,
            Id = entry["Username"u8].GetString(ref ignored),
            At = MachineTime.Read(entry["Creation Timestamp"u8].GetString(ref ignored), isUtc: true),
            File = file,
            Place = place,
        };
    }
}
