using System.Text;
using Holdfast.Conversations.Dates;
using Holdfast.Conversations.Json;

namespace Holdfast.Conversations.Formats.Snapchat;

/// <summary>
/// The calls of <c>talk_history.json</c>. The download does not say with whom they were, so they are a conversation of
/// their own; what it does say (picture or sound, result, length) is the text of the record.
/// </summary>
internal sealed class SnapchatCalls
{
    private readonly List<Message> _calls = [];

    /// <summary>Takes in one call.</summary>
    /// <param name="list">Name of the list, which tells the direction.</param>
    /// <param name="entry">The call.</param>
    /// <param name="owner">Who made the call when it is an outgoing one.</param>
    /// <param name="file">The file.</param>
    /// <param name="place">Where it lies.</param>
    /// <param name="problems">Receives what is broken.</param>
    internal void Add(string list, JsonValue entry, string? owner, ExportFile file, RecordPlace place, ProblemLog problems)
    {
        var ignored = false;
        var at = MessageTime.None;
        var facts = new StringBuilder(list);
        var members = entry.Members;
        while (members.MoveNext())
        {
            if (members.IsNamed("Date & Time"u8))
                at = MachineTime.Read(members.Value.GetString(ref ignored), isUtc: true);
            else if (members.Value.GetScalar(ref ignored) is { Length: > 0 and < 200 } fact && facts.Length < 2_000)
                facts.Append(facts.Length == list.Length ? ": " : "; ").Append(JsonText.Decode(members.Name, ref ignored)).Append(' ').Append(fact);
        }

        if (at.Knowledge == TimeKnowledge.None)
            problems.Report(ProblemKind.Damaged, place);
        var caller = list.StartsWith("Outgoing", StringComparison.Ordinal) ? owner : null;
        _calls.Add(new Message
        {
            At = at,
            From = caller,
            Kind = list.Contains("Call", StringComparison.Ordinal) ? MessageKind.Call : MessageKind.Notice,
            Text = facts.ToString(),
            File = file,
            Place = place,
        });
    }

    /// <summary>Pushes the calls to the sink.</summary>
    internal void HandOn(IConversationSink sink, string? owner)
    {
        if (_calls.Count == 0)
            return;
        MessageOrder.OldestFirst(_calls);
        sink.Begin(new ConversationHeader(SnapchatReader.FormatName) { Owner = owner });
        foreach (var call in _calls)
            sink.Add(call);
        sink.End(new ConversationFooter { Participants = owner is null ? [] : [owner], OwnerConfidence = owner is null ? 0 : 1 });
    }
}
