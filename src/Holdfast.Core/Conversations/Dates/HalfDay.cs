namespace Holdfast.Conversations.Dates;

/// <summary>The half of the day that the am/pm mark of a time names.</summary>
internal enum HalfDay : byte
{
    None,
    Morning,
    Afternoon,
}
