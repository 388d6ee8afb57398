namespace Holdfast.Conversations.Screenshots;

/// <summary>A date, a time of day or both, as they stand on a screen.</summary>
/// <param name="Text">The words.</param>
/// <param name="Clock">The time of day, if there is one.</param>
/// <param name="Date">The date, when day, month and year are certain.</param>
/// <param name="NamesDay">True when it names a day in some way, certain or not ("Yesterday", "Mon", "10 June").</param>
internal sealed record PrintedStamp(string Text, TimeOnly? Clock, DateOnly? Date, bool NamesDay)
{
    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => "printed time";
}
