using System.Text;
using Holdfast.Conversations.Markup;

namespace Holdfast.Conversations.Formats.Sms;

/// <summary>What an <c>mms</c> holds: its texts and files, and who it went to and came from.</summary>
/// <param name="record">The record that is filled.</param>
/// <param name="type">The kind of message of the MMS protocol (<c>m_type</c>).</param>
internal sealed class MultimediaParts(SmsRecord record, string? type)
{
    // OMA-TS-MMS_ENC, m-notification-ind: somebody sent something, and the phone has not fetched it.
    private const string Announcement = "130";

    // A real group has a dozen; a crafted record could name millions.
    private const int Most = 1_000;

    private const int MostLetters = 1 << 22;

    private readonly List<string> _receivers = [];
    private readonly StringBuilder _text = new();
    private bool _hasText;
    private bool _hasCard;
    private bool _hasFile;
    private bool _isOverLimit;

    /// <summary>Takes a part. The instructions for showing the others (SMIL) are none that somebody wrote.</summary>
    internal void TakePart(MarkupTag tag)
    {
        var content = SmsFile.Value(tag, "ct") ?? "";
        if (content.StartsWith("application/smil", StringComparison.OrdinalIgnoreCase))
            return;
        if (content.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase) && SmsFile.Value(tag, "text") is { } text)
        {
            _isOverLimit |= tag.IsCut || _text.Length > MostLetters;
            if (_text.Length <= MostLetters)
                _text.Append(_hasText ? "\n" : "").Append(text);
            _hasText = true;
            return;
        }

        if (record.Media.Count >= Most)
        {
            _isOverLimit = true;
            return;
        }

        record.Media.Add(Name(tag, "cl") ?? Name(tag, "name") ?? Name(tag, "fn") ?? Name(tag, "cid") ?? content);
        var isCard = content.Contains("vcard", StringComparison.OrdinalIgnoreCase);
        _hasCard |= isCard;
        _hasFile |= !isCard;
    }

    /// <summary>Takes an address: 137 is the sender, 151, 130 and 129 are receivers (the header numbers of the protocol).</summary>
    internal void TakeAddress(MarkupTag tag)
    {
        // The phone's own number is left to the network: "insert-address-token".
        if (SmsFile.Value(tag, "address") is not { Length: > 0 } address || address == "insert-address-token")
            return;
        if (SmsFile.Value(tag, "type") == "137")
            record.Sender ??= address;
        else if (_receivers.Count < Most)
            _receivers.Add(address);
    }

    /// <summary>Call when all parts have been taken.</summary>
    internal void Complete(ProblemLog problems)
    {
        var isNamed = record.Addresses.Count > 0 && !record.Addresses.Contains("insert-address-token");
        if (!isNamed)
            record.Addresses = record.IsOwn ? _receivers : record.Sender is { } sender ? [sender] : [];
        record.Text = _hasText ? _text.ToString() : null;
        record.Kind = _hasFile ? MessageKind.Media
            : _hasCard ? MessageKind.ContactCard
            : record.Text is not null || record.Subject is not null ? MessageKind.Text
            : MessageKind.NotExported;
        if (_isOverLimit)
            problems.Report(ProblemKind.TextTooLong, record.Place);
        if (record.Kind == MessageKind.NotExported && type != Announcement)
            problems.Report(ProblemKind.UnreadableBody, record.Place);
    }

    private static string? Name(MarkupTag tag, string attribute) => SmsFile.Value(tag, attribute) is { Length: > 0 } name ? name : null;
}
