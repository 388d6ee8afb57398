namespace Holdfast.Guidance;

/// <summary>All that Holdfast needs to know of the age of the person who is threatened.</summary>
public enum AgeBand
{
    /// <summary>Not told.</summary>
    Unknown,

    /// <summary>Under 18 now, or in the image.</summary>
    Under18,

    /// <summary>18 or older, also in the image.</summary>
    Adult,
}

/// <summary>From years to <see cref="AgeBand"/>.</summary>
public static class AgeBands
{
    /// <summary>The band of an age; unknown for what cannot be an age.</summary>
    /// <param name="years">Completed years.</param>
    public static AgeBand FromYears(int? years) => years switch
    {
        null or < 0 or > 130 => AgeBand.Unknown,
        < 18 => AgeBand.Under18,
        _ => AgeBand.Adult,
    };
}
