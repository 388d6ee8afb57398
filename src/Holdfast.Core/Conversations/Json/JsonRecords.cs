using Holdfast.Conversations.TextFiles;

namespace Holdfast.Conversations.Json;

/// <summary>
/// Walks over the records of one structured file and reports what is broken on the way, so that no record is passed over in
/// silence.
/// </summary>
/// <param name="source">The file.</param>
/// <param name="problems">Receives what is broken.</param>
internal sealed class JsonRecords(StructuredFile source, ProblemLog problems)
{
    /// <summary>The objects of a list; whatever else stands in it is reported.</summary>
    internal IEnumerable<JsonValue> In(JsonValue list)
    {
        var items = list.Items;
        while (items.MoveNext())
        {
            var item = items.Value;
            if (item.Kind != JsonKind.Object)
            {
                problems.Report(ProblemKind.Damaged, Place(item));
                continue;
            }

            if (!item.IsComplete)
                problems.Report(item.IsAtEndOf(source) ? ProblemKind.LastRecordCutOff : ProblemKind.Damaged, Place(item));
            yield return item;
        }

        if (items.HasStrayBytes)
            problems.Report(ProblemKind.Damaged, Place(list));
        if (items.IsCutOff)
            problems.ReportOnce(ProblemKind.Truncated, source.Place(list.End, list.End));
    }

    /// <summary>The members of an object; where the walk breaks off is reported.</summary>
    internal IEnumerable<(string Name, JsonValue Value)> Of(JsonValue value)
    {
        var damaged = false;
        var members = value.Members;
        while (members.MoveNext())
            yield return (JsonText.Decode(members.Name, ref damaged), members.Value);
        if (members.IsBroken)
        {
            var isEnd = members.Position >= source.Bytes.Length;
            problems.ReportOnce(isEnd ? ProblemKind.Truncated : ProblemKind.Damaged, source.Place(members.Position, value.End));
        }

        if (damaged)
            problems.ReportOnce(ProblemKind.InvalidEncoding);
    }

    /// <summary>Where a value lies in the original.</summary>
    internal RecordPlace Place(JsonValue value) => source.Place(value.Start, value.End);
}
