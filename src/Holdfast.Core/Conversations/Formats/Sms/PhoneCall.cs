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
        var kind = SmsFile.Value(tag, "type") switch
        {
            "1" => "incoming call",
            "2" => "outgoing call",
            "3" => "missed call",
            "4" => "voicemail",
            "5" => "rejected call",
            "6" => "blocked call",
            "7" => "call answered on another device",
            _ => "call",
        };
        var seconds = SmsFile.Number(SmsFile.Value(tag, "duration"));
        record.Text = seconds is > 0 ? string.Create(CultureInfo.InvariantCulture, $"{kind}, {seconds} s") : kind;
        return record;
    }
}
