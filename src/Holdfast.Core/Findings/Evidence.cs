using Holdfast.Conversations;

namespace Holdfast.Findings;

/// <summary>One sign seen at one place.</summary>
/// <param name="Sign">Name of the sign.</param>
/// <param name="Kind">The same, as the weights know it.</param>
/// <param name="Weight">Evidence of the phrase.</param>
/// <param name="Speaker">Who said it; null when the export does not say.</param>
/// <param name="MessageIndex">Index of the message in its conversation.</param>
/// <param name="At">When.</param>
/// <param name="Quote">The words.</param>
internal sealed record Evidence(string Sign, SignKind Kind, double Weight, string? Speaker, long MessageIndex, MessageTime At, Quote Quote)
{
    public override string ToString() => $"evidence of {Sign}";
}
