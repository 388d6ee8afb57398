namespace Holdfast.Conversations.Formats.Sms;

/// <summary>Where a message stood on the phone: what the provider of Android calls its type or box.</summary>
internal enum SmsBox
{
    /// <summary>Not known.</summary>
    Unknown,

    /// <summary>Received.</summary>
    Received,

    /// <summary>Sent.</summary>
    Sent,

    /// <summary>Written and never sent.</summary>
    Draft,

    /// <summary>About to be sent.</summary>
    Outbox,

    /// <summary>Could not be sent.</summary>
    Failed,

    /// <summary>Waiting to be sent later.</summary>
    Queued,
}

/// <summary>One record of a backup, before the names of all numbers are known.</summary>
internal sealed class SmsRecord
{
    internal required ExportFile File { get; init; }

    internal required RecordPlace Place { get; set; }

    internal required MessageTime At { get; init; }

    internal MessageKind Kind { get; set; }

    internal SmsBox Box { get; init; }

    /// <summary>The other sides, as the file spells them.</summary>
    internal required IReadOnlyList<string> Addresses { get; set; }

    /// <summary>Who sent it, where that is not the only other side.</summary>
    internal string? Sender { get; set; }

    /// <summary>What the phone's address book called the other side or sides.</summary>
    internal string? ContactName { get; init; }

    internal string? Subject { get; set; }

    internal string? Id { get; init; }

    internal string? Text { get; set; }

    internal List<string> Media { get; } = [];

    /// <summary>True when the owner wrote it, or called.</summary>
    internal bool IsOwn => Box is SmsBox.Sent or SmsBox.Draft or SmsBox.Outbox or SmsBox.Failed or SmsBox.Queued;

    /// <summary>The address of the sender, when it is not the owner.</summary>
    internal string? From => IsOwn ? null : Sender ?? (Addresses.Count == 1 ? Addresses[0] : null);

    /// <summary>
    /// What did not go out is a notice and says so: nobody may think that the other side ever read it. It is kept, as it
    /// shows what somebody was about to answer.
    /// </summary>
    private MessageEvent NotSent => Box switch
    {
        SmsBox.Draft => MessageEvent.Draft,
        SmsBox.Failed => MessageEvent.NotSent,
        SmsBox.Outbox or SmsBox.Queued => MessageEvent.Waiting,
        _ => MessageEvent.None,
    };

    /// <summary>What happened, for calls.</summary>
    internal MessageEvent Event { get; set; }

    /// <summary>The message, with the names that are known for its numbers.</summary>
    /// <param name="owner">The name of the owner, whom a backup only marks.</param>
    /// <param name="nameOf">The name for an address; the address itself when there is none.</param>
    internal Message ToMessage(string owner, Func<string, string> nameOf) => new()
    {
        At = At,
        From = IsOwn ? owner : From is { } from ? nameOf(from) : null,
        FromId = From,
        Kind = NotSent == MessageEvent.None ? Kind : MessageKind.Notice,
        Event = NotSent == MessageEvent.None ? Event : NotSent,
        Text = Text,
        Subject = Subject,
        Id = Id,
        Media = Media,
        File = File,
        Place = Place,
    };

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => "text message record";
}
