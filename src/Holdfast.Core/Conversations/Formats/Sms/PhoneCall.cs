using System.Globalization;
using Holdfast.Conversations.Markup;

namespace Holdfast.Conversations.Formats.Sms;

/// <summary>A call of the list that the same program saves (<c>calls-….xml</c>).</summary>
internal static class PhoneCall
{
    /// <summary>Who called: only type 2 was made by the owner.</summary>
    internal static SmsBox Box(MarkupTag tag) => SmsFile.Value(tag, "type") switch
    {
        "2" => SmsBox.Sent,
        null => SmsBox.Unknown,
        _ => SmsBox.Received,
    };

    /// <summary>Says what the call was.</summary>
    internal static SmsRecord Read(MarkupTag tag, SmsRecord record)
    {
        record.Kind = MessageKind.Call;
        // "-1" and "-2" stand for callers who hide their number.
        if (record.Addresses is ["-1"] or ["-2"])
            record.Addresses = [];
        // CallLog.Calls of Android
        record.Event = SmsFile.Value(tag, "type") switch
        {
            "1" => MessageEvent.IncomingCall,
            "2" => MessageEvent.OutgoingCall,
            "3" => MessageEvent.MissedCall,
            "4" => MessageEvent.Voicemail,
            "5" => MessageEvent.RejectedCall,
            "6" => MessageEvent.BlockedCall,
            "7" => MessageEvent.CallTakenElsewhere,
            _ => MessageEvent.None,
        };
        var seconds = SmsFile.Number(SmsFile.Value(tag, "duration"));
        record.Text = seconds is > 0 ? string.Create(CultureInfo.InvariantCulture, $"{seconds} s") : null;
        return record;
    }
}
