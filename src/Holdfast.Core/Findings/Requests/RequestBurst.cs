using Holdfast.Conversations;

namespace Holdfast.Findings.Requests;

/// <summary>Many requests or new followers within a day, in a list that usually grows slowly.</summary>
/// <param name="Format">Stable name of the format of the list, such as <c>instagram-lists</c>.</param>
/// <param name="Relation">What the list is about: <see cref="ContactRelation.RequestReceived"/> or <see cref="ContactRelation.Follower"/>.</param>
/// <param name="Count">How many there were.</param>
/// <param name="From">When the first came.</param>
/// <param name="To">When the last came; at most a day after the first.</param>
/// <param name="Usual">The most that came within a day at any other time.</param>
/// <param name="File">A file that holds the list.</param>
public sealed record RequestBurst(
    string Format, ContactRelation Relation, int Count, MessageTime From, MessageTime To, int Usual, ExportFile File)
{
    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => "request burst";
}
