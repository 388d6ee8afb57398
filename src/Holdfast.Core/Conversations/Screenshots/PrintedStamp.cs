namespace Holdfast.Conversations.Screenshots;

/// <summary>A date, a time of day or both, as they stand on a screen.</summary>
/// <param name="Text">The words.</param>
/// <param name="Clock">The time of day, if there is one.</param>
/// <param name="Date">The date, when day, month and year are certain.</param>
/// <param name="NamesDay">True when it names a day in some way, certain or not ("Yesterday", "Mon", "10 June").</param>
internal sealed record PrintedStamp(string Text, TimeOnly? Clock, DateOnly? Date, bool NamesDay)
{
    /// <summary>The words for the day, without a time of day at their end.</summary>
    internal string Day => Clock is null ? Text : Text[..Math.Max(0, Text.AsSpan().LastIndexOfAnyInRange('0', '9') is var end && Text.AsSpan(0, end).LastIndexOfAny(" ,") is var space and > 0 ? space : Text.Length)].TrimEnd(' ', ',');

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => "printed time";
}
