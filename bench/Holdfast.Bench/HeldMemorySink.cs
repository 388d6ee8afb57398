using Holdfast.Conversations;

namespace Holdfast.Bench;

/// <summary>Measures how much memory is in use while an export is read, beyond what was before; for a run that is not timed.</summary>
internal sealed class HeldMemorySink : IConversationSink
{
    private const int Every = 20_000;
    private readonly long _before = GC.GetTotalMemory(forceFullCollection: true);
    private long _count;

    /// <summary>The most that was in use, in bytes.</summary>
    public long Most { get; private set; }

    public void Begin(ConversationHeader header) => Look();

    public void Add(Message message)
    {
        if (++_count % Every == 0)
            Look();
    }

    public void Add(Contact contact)
    {
    }

    public void End(ConversationFooter footer) => Look();

    public void Report(ReadingProblem problem)
    {
    }

    private void Look() => Most = Math.Max(Most, GC.GetTotalMemory(forceFullCollection: true) - _before);
}
