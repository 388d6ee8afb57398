namespace Holdfast.Conversations.Timelines;

/// <summary>Takes conversations as they are read and puts them on one line.</summary>
public sealed class TimelineBuilder : IConversationSink
{
    private readonly ReadingOptions _options;
    private readonly TimelineStore _store = new();
    private readonly List<TimelineConversation> _conversations = [];
    private readonly List<ReadingProblem> _problems = [];
    private readonly Dictionary<ExportFile, TimeZoneInfo?> _zones = new(ReferenceEqualityComparer.Instance);
    private ConversationHeader? _header;
    private int _first;
    private long _last;
    private int _lastDay;

    /// <param name="options">What the person said: the zones of clocks are used.</param>
    public TimelineBuilder(ReadingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
    }

    /// <summary>What could not be read, or not fully.</summary>
    public IReadOnlyList<ReadingProblem> Problems => _problems;

    /// <summary>How many entries of contact lists were passed over; they have no place on a line of messages.</summary>
    public long ContactCount { get; private set; }

    /// <inheritdoc/>
    public void Begin(ConversationHeader header) =>
        (_header, _first, _last, _lastDay) = (header, _store.Count, long.MaxValue, -1);

    /// <inheritdoc/>
    public void Add(Message message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var (state, ticks) = PlaceOf(message);
        if (state != TimelineState.NoTime)
        {
            // Records without a time before the first one with a time stand right before it.
            if (_last == long.MaxValue)
                _store.PlaceFrom(_first, ticks, DayOf(message));
            (_last, _lastDay) = (ticks, DayOf(message));
        }

        _store.Add(message, _conversations.Count, state, _last, _lastDay);
    }

    /// <inheritdoc/>
    public void Add(Contact contact) => ContactCount++;

    /// <inheritdoc/>
    public void End(ConversationFooter footer) =>
        _conversations.Add(new TimelineConversation(_header!, footer, _store.Count - _first));

    /// <inheritdoc/>
    public void Report(ReadingProblem problem) => _problems.Add(problem);

    /// <summary>The line; call once, when all has been read.</summary>
    public Timeline Build() => new(_store, _conversations);

    private (TimelineState State, long Ticks) PlaceOf(Message message) => message.At.Knowledge switch
    {
        TimeKnowledge.Instant => (TimelineState.Instant, message.At.Instant!.Value.UtcTicks),
        TimeKnowledge.WallClock when ZoneOf(message.File) is { } zone => (TimelineState.StatedZone, ToUtc(message.At.Wall, zone)),
        TimeKnowledge.WallClock => (TimelineState.UnknownZone, message.At.Wall.Ticks),
        _ => (TimelineState.NoTime, 0),
    };

    private static int DayOf(Message message) => DateOnly.FromDateTime(message.At.Wall).DayNumber;

    private TimeZoneInfo? ZoneOf(ExportFile file)
    {
        if (!_zones.TryGetValue(file, out var zone))
            _zones.Add(file, zone = _options.For(file).Zone);
        return zone;
    }

    /// <summary>A reading that a clock skips in spring is taken as that much later, one that it shows twice as the later.</summary>
    private static long ToUtc(DateTime wall, TimeZoneInfo zone) =>
        Math.Clamp(wall.Ticks - zone.GetUtcOffset(wall).Ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks);
}
