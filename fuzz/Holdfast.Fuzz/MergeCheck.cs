using Holdfast.Conversations;

namespace Holdfast.Fuzz;

/// <summary>Reads two versions of one export together, and checks that no record of either is lost.</summary>
internal sealed class MergeCheck(ReadingOptions options)
{
    /// <summary>Throws when the records handed on and those reported as repeated are fewer than both files have alone.</summary>
    internal void Run(byte[] input)
    {
        // The same input always gets the same partner, so that a failure can be looked at again.
        var mutator = new Mutator(input.Aggregate(17, (sum, b) => unchecked(sum * 31 + b)), []);
        ExportFile[] files = [ExportFile.FromBytes("one/export", input), ExportFile.FromBytes("other/export", mutator.Mutate(input, input))];
        var alone = files.ToDictionary(file => file.Name, file => Count(file).Messages, StringComparer.Ordinal);
        var both = Count(files);
        var repeated = both.Repeated.Sum(problem => problem.Count ?? (problem.Place.Length > 0 ? 1 : alone[problem.File]));
        if (both.Messages + repeated < alone.Values.Sum())
            throw new InvariantException($"{alone.Values.Sum()} records alone, together {both.Messages} and {repeated} repeated");
    }

    private Counter Count(params ExportFile[] files)
    {
        var counter = new Counter();
        ExportSet.Open(files, options).Read(counter);
        return counter;
    }

    private sealed class Counter : IConversationSink
    {
        internal long Messages { get; private set; }

        internal List<ReadingProblem> Repeated { get; } = [];

        public void Begin(ConversationHeader header)
        {
        }

        public void Add(Message message) => Messages++;

        public void Add(Contact contact)
        {
        }

        public void End(ConversationFooter footer)
        {
        }

        public void Report(ReadingProblem problem)
        {
            if (problem.Kind == ProblemKind.Duplicate)
                Repeated.Add(problem);
        }
    }
}
