namespace Holdfast.Conversations;

/// <summary>
/// What happened, for records that say it by a code or a fixed phrase. The words for each stand in <c>content/words</c>.
/// </summary>
public enum MessageEvent
{
    /// <summary>Nothing of this list.</summary>
    None,

    /// <summary>Somebody saved a picture or video of the chat to their device.</summary>
    MediaSaved,

    /// <summary>Somebody took a screenshot of the chat.</summary>
    ScreenshotTaken,

    /// <summary>Somebody recorded the screen while the chat was open.</summary>
    ScreenRecorded,

    /// <summary>Somebody was added to the group, or joined it.</summary>
    MemberAdded,

    /// <summary>Somebody was removed from the group, or left it.</summary>
    MemberRemoved,

    /// <summary>The conversation was given another name.</summary>
    ChatRenamed,

    /// <summary>A call that came in.</summary>
    IncomingCall,

    /// <summary>A call that the owner made.</summary>
    OutgoingCall,

    /// <summary>A call that came in and was answered on another device.</summary>
    CallTakenElsewhere,

    /// <summary>A call that the phone blocked.</summary>
    BlockedCall,

    /// <summary>A message left on the answering machine.</summary>
    Voicemail,

    /// <summary>A call that came to its end.</summary>
    CallEnded,

    /// <summary>A call that nobody took.</summary>
    MissedCall,

    /// <summary>A call that was turned down.</summary>
    RejectedCall,

    /// <summary>A message that was written and never sent.</summary>
    Draft,

    /// <summary>A message that could not be sent.</summary>
    NotSent,

    /// <summary>A message that was waiting to be sent when the export was made.</summary>
    Waiting,
}
