namespace Holdfast.Conversations;

/// <summary>What a list in a data download says about an account.</summary>
public enum ContactRelation
{
    /// <summary>A friend or connection, accepted by both.</summary>
    Friend,

    /// <summary>Follows the owner.</summary>
    Follower,

    /// <summary>Is followed by the owner.</summary>
    Following,

    /// <summary>Asked the owner to be a friend or to follow; not answered yet.</summary>
    RequestReceived,

    /// <summary>Was asked by the owner.</summary>
    RequestSent,

    /// <summary>A request of theirs was turned down.</summary>
    RequestDeclined,

    /// <summary>Blocked by the owner.</summary>
    Blocked,

    /// <summary>Restricted, muted or hidden by the owner.</summary>
    Restricted,

    /// <summary>A friend or follower once, removed since.</summary>
    Removed,

    /// <summary>Stands in the owner's address book.</summary>
    AddressBook,
}

/// <summary>One entry of a friends, followers, requests or blocked list. A burst of requests is a sign of its own.</summary>
public sealed class Contact
{
    /// <summary>Stable name of the export format of the list, such as <c>instagram-lists</c>.</summary>
    public required string Format { get; init; }

    /// <summary>What the list says about the account.</summary>
    public required ContactRelation Relation { get; init; }

    /// <summary>Display name, where the list has one.</summary>
    public string? Name { get; init; }

    /// <summary>User name, number or account id, where the list has one.</summary>
    public string? Id { get; init; }

    /// <summary>Link to the profile, as the list gives it.</summary>
    public string? Link { get; init; }

    /// <summary>Since when; <see cref="MessageTime.None"/> when the list does not say.</summary>
    public MessageTime At { get; init; }

    /// <summary>The file that holds the entry.</summary>
    public required ExportFile File { get; init; }

    /// <summary>Where in that file the entry lies.</summary>
    public RecordPlace Place { get; init; }

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => $"contact ({Relation})";
}
