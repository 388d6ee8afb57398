namespace Holdfast.Guidance;

/// <summary>A service that helps: a crisis line, the police, a removal service.</summary>
public sealed record Helpline
{
    /// <summary>Stable name, such as <c>gb-samaritans</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The name by which it is known in its country.</summary>
    public required string Name { get; init; }

    /// <summary>What it does for the person.</summary>
    public required LocalText Purpose { get; init; }

    /// <summary>Whom it is for.</summary>
    public required Audience Audience { get; init; }

    /// <summary>What it helps with.</summary>
    public required IReadOnlyList<Situation> Situations { get; init; }

    /// <summary>How to reach it, the best way first.</summary>
    public required IReadOnlyList<HelplineChannel> Channels { get; init; }

    /// <summary>ISO 639 codes of the languages it speaks; <c>mul</c> for many.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>What else to know before calling.</summary>
    public LocalText? Note { get; init; }

    /// <summary>The page where this was read.</summary>
    public required string Source { get; init; }

    /// <summary>The day on which it was read.</summary>
    public required DateOnly Checked { get; init; }

    /// <summary>How sure we are.</summary>
    public required Confidence Confidence { get; init; }

    /// <summary>Tells whether it is for this person.</summary>
    /// <param name="age">Age of the person who is threatened. When it is not told, services for either age are kept.</param>
    /// <param name="helper">True when a parent or another adult asks for that person.</param>
    public bool IsFor(AgeBand age, bool helper) => Audience switch
    {
        Audience.Adult => age != AgeBand.Under18,
        Audience.Under18 => age != AgeBand.Adult,
        Audience.Parents => helper,
        _ => true,
    };

    /// <summary>The stable name.</summary>
    public override string ToString() => Id;
}
