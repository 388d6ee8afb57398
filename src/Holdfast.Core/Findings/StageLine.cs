namespace Holdfast.Findings;

/// <summary>How it unfolded: the first message of each stage, in order of time.</summary>
internal static class StageLine
{
    public static IReadOnlyList<StageFinding> Of(ConversationWatch watch)
    {
        var stages = new List<(long Message, StageFinding Finding)>();
        if (watch.First is { } first)
        {
            stages.Add((0, new StageFinding("first-contact", first.At, null)));
        }

        foreach (var (stage, evidence) in watch.FirstOfStage)
        {
            if (stage != "first-contact")
            {
                stages.Add((evidence.MessageIndex, new StageFinding(stage, evidence.At, evidence.Quote)));
            }
        }

        return [.. stages.OrderBy(stage => stage.Message).Select(stage => stage.Finding)];
    }
}
