namespace Holdfast.Guidance;

/// <summary>What the person told beside the messages. Each answer may be left out.</summary>
public sealed record PlanAnswers
{
    /// <summary>The country that was chosen; null when none was. It is never guessed.</summary>
    public CountryCode? Country { get; init; }

    /// <summary>Age of the person who is threatened.</summary>
    public AgeBand Age { get; init; }

    /// <summary>True when money was paid already; null when not told.</summary>
    public bool? Paid { get; init; }

    /// <summary>How it was paid; null when not told. Only used when <see cref="Paid"/> is true.</summary>
    public PaymentMethod? PaidBy { get; init; }

    /// <summary>True when an image was posted or sent around already; null when not told.</summary>
    public bool? Posted { get; init; }

    /// <summary>The answer to "have you seen a real picture of yourself from them?". A yes turns a bluff into blackmail.</summary>
    public bool? SeenRealImage { get; init; }

    /// <summary>True when a parent, a teacher or a friend asks for the person who is threatened.</summary>
    public bool Helper { get; init; }

    /// <summary>True when the person asked for a crisis line.</summary>
    public bool WantsCrisisLine { get; init; }

    /// <summary>Language of the plan, as for <see cref="Words.Wording.For"/>.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => "answers";
}
