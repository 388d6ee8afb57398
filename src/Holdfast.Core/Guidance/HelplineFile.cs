namespace Holdfast.Guidance;

/// <summary>One file of <c>content/helplines</c>.</summary>
internal sealed record HelplineFile
{
    /// <summary>The country, or <see cref="HelplineDirectory.Everywhere"/>.</summary>
    public required string Country { get; init; }

    /// <summary>The services, the crisis line first.</summary>
    public required IReadOnlyList<Helpline> Entries { get; init; }
}
