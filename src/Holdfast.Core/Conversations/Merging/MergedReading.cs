namespace Holdfast.Conversations.Merging;

/// <summary>
/// Reads all files of a case so that a chat given twice (two exports, two formats, a zip and its folder, a pasted part)
/// is one conversation. Files of which there is only one of a kind are read once. The others are read a first time for
/// the keys of their records, a second time for what is new in further exports, if anything is, and then handed on.
/// </summary>
internal static class MergedReading
{
    /// <summary>Reads all runs into the sink.</summary>
    internal static void Read(IReadOnlyList<ReadingRun> runs, IConversationSink sink)
    {
        var plan = Plan(runs);
        if (plan.IsEmpty)
        {
            foreach (var run in runs)
                run.Read(sink);
            return;
        }

        var late = new LateRecords(plan);
        for (var i = 0; i < runs.Count; i++)
        {
            late.StartRun(i);
            if (LateRecords.AreThere(plan, i))
                runs[i].Read(late);
        }

        var merging = new MergingSink(sink, plan, late);
        for (var i = 0; i < runs.Count; i++)
        {
            merging.StartRun(i);
            runs[i].Read(merging);
        }

        merging.Complete();
    }

    private static MergePlan Plan(IReadOnlyList<ReadingRun> runs)
    {
        var mayShare = ChatFamily.WithCandidates(runs);
        var survey = new MergeSurvey();
        for (var i = 0; i < runs.Count; i++)
        {
            survey.StartRun(i);
            if (mayShare[i])
                runs[i].Read(survey);
        }

        return MergePlan.Of(survey.Conversations);
    }
}
