using Holdfast.Conversations.Questions;

namespace Holdfast.Conversations;

/// <summary>The order of the numbers in a date.</summary>
public enum DateOrder
{
    /// <summary>Not known.</summary>
    Unknown,

    /// <summary>Day, month, year.</summary>
    DayMonthYear,

    /// <summary>Month, day, year.</summary>
    MonthDayYear,

    /// <summary>Year, month, day.</summary>
    YearMonthDay,
}

/// <summary>What a person told us about their files, and the limits of reading. Every limit names the attack it answers.</summary>
public sealed record ReadingOptions
{
    /// <summary>Names under which the person who asks for help appears ("this name is me").</summary>
    public IReadOnlyList<string> Me { get; init; } = [];

    /// <summary>The order of day and month, when the person knows it; overrides what the file suggests.</summary>
    public DateOrder DateOrder { get; init; }

    /// <summary>
    /// The zone in which the phone or computer stood whose clock readings have no zone, when the person said it. Clock
    /// readings stay clock readings; the zone only places them on the time line.
    /// </summary>
    public TimeZoneInfo? Zone { get; init; }

    /// <summary>
    /// What the person said about single files or conversations; goes before <see cref="Me"/>, <see cref="DateOrder"/> and
    /// <see cref="Zone"/>. <see cref="ExportSet"/> asks <see cref="For"/>, so that readers see only what holds for their files.
    /// </summary>
    public ReadingAnswers Answers { get; init; } = ReadingAnswers.None;

    /// <summary>
    /// Finds a zone by its name, as the host knows zones; without it, or when it gives null, answers about zones stay unused.
    /// </summary>
    public Func<string, TimeZoneInfo?>? FindZone { get; init; }

    /// <summary>Names of files that other files of the same case mention by an id; <see cref="ExportSet"/> knows them all.</summary>
    internal MediaNames? Media { get; init; }

    /// <summary>Longest text of one record, in UTF-16 units. A file without line ends would otherwise fill the memory.</summary>
    public int MaxTextLength { get; init; } = 1 << 20;

    /// <summary>Most entries of one archive, those of archives inside it included (entry bombs).</summary>
    public int MaxArchiveEntries { get; init; } = 200_000;

    /// <summary>
    /// Most bytes that are unpacked out of one archive, archives inside it included (zip bombs), counted while they are
    /// unpacked and once however often they are read. Of pictures and videos that nobody opens only the first bytes count,
    /// so an archive may hold any number of them.
    /// </summary>
    public long MaxArchiveBytes { get; init; } = 16L << 30;

    /// <summary>
    /// How deep archives are opened: 1 for those that a person gives, 2 for archives inside them as well (nested bombs).
    /// A download of many parts may hold its parts as archives; no platform goes deeper.
    /// </summary>
    public int MaxArchiveDepth { get; init; } = 2;

    /// <summary>
    /// Most bytes that are held in memory for one archive, because they cannot be sought in where they lie: archives inside
    /// it, and the small files of a compressed tar.
    /// </summary>
    public long MaxHeldArchiveBytes { get; init; } = 256L << 20;

    /// <summary>
    /// Most bytes of text that is read out of one archive (zip bombs that would read for hours). A lifetime of chats is
    /// below one GiB.
    /// </summary>
    public long MaxArchiveTextBytes { get; init; } = 4L << 30;

    /// <summary>
    /// Highest ratio of unpacked to packed bytes of one entry over 16 MiB (zip bombs). Chats pack to a quarter or a
    /// twentieth, the same line over and over to a sixtieth; DEFLATE ends near 1,032.
    /// </summary>
    public int MaxArchiveRatio { get; init; } = 200;

    /// <summary>Largest structured file (JSON, e-mail) that is held in memory at once, in bytes.</summary>
    public int MaxStructuredFileBytes { get; init; } = 512 << 20;

    /// <summary>Deepest nesting of MIME parts (stack exhaustion).</summary>
    public int MaxMimeDepth { get; init; } = 64;

    /// <summary>What holds for one file: the answers about it, else those about all.</summary>
    /// <param name="file">The file.</param>
    public ReadingOptions For(ExportFile file)
    {
        if (Answers.All.Count == 0)
            return this;
        var answer = Answers.For(file);
        return this with
        {
            Me = answer.Me.Count > 0 ? answer.Me : Me,
            DateOrder = answer.DateOrder != DateOrder.Unknown ? answer.DateOrder : DateOrder,
            Zone = (answer.Zone is { } name ? FindZone?.Invoke(name) : null) ?? Zone,
        };
    }

    /// <summary>True when both say the same about files.</summary>
    internal bool SaysTheSame(ReadingOptions other) =>
        DateOrder == other.DateOrder && Zone?.Id == other.Zone?.Id && Me.SequenceEqual(other.Me, StringComparer.Ordinal);
}
