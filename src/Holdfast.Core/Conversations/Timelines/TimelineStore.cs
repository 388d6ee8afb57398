using System.Text;

namespace Holdfast.Conversations.Timelines;

/// <summary>
/// The records of a line, kept small: texts as UTF-8 in large blocks, names once, numbers beside. A million messages take
/// about 200 MB.
/// </summary>
internal sealed class TimelineStore
{
    private const int BlockSize = 1 << 20;
    private const int RowBits = 14;
    private const int RowMask = (1 << RowBits) - 1;

    private readonly List<Row[]> _rows = [];
    private readonly List<byte[]> _blocks = [];
    private readonly List<string> _names = [];
    private readonly Dictionary<string, int> _nameIndex = new(StringComparer.Ordinal);
    private readonly List<ExportFile> _files = [];
    private readonly Dictionary<ExportFile, int> _fileIndex = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<int, IReadOnlyList<string>> _media = [];
    private readonly Dictionary<int, string> _subjects = [];
    private int _used = BlockSize;

    private readonly record struct Row(
        long Ticks, MessageTime At, RecordPlace Place, int Conversation, int From, int File, int Block, int Start, int Length, MessageKind Kind, MessageEvent Event,
        TimelineState State, int Day);

    /// <summary>How many records there are.</summary>
    internal int Count { get; private set; }

    /// <summary>Adds a record.</summary>
    /// <param name="message">The record.</param>
    /// <param name="conversation">Index of its conversation.</param>
    /// <param name="state">By what it has its place.</param>
    /// <param name="ticks">Its place in ticks of UTC, or <see cref="long.MaxValue"/> when it has none.</param>
    /// <param name="day">Number of the day as the file shows it, or -1.</param>
    internal void Add(Message message, int conversation, TimelineState state, long ticks, int day)
    {
        var (block, start, length) = Keep(message.Text);
        if (message.Media.Count > 0)
            _media.Add(Count, message.Media);
        if (message.Subject is { } subject)
            _subjects.Add(Count, subject);
        if (Count >> RowBits == _rows.Count)
            _rows.Add(new Row[RowMask + 1]);
        RowAt(Count++) = new Row(
            ticks, message.At, message.Place, conversation, Name(message.From), File(message.File), block, start, length, message.Kind, message.Event, state,
            day);
    }

    /// <summary>Gives the records from a first one on, that had no place yet, a place.</summary>
    internal void PlaceFrom(int first, long ticks, int day)
    {
        for (var i = first; i < Count && RowAt(i).Ticks == long.MaxValue; i++)
            RowAt(i) = RowAt(i) with { Ticks = ticks, Day = day };
    }

    /// <summary>The records by time; equal times in the order in which they were read.</summary>
    internal int[] Order()
    {
        var keys = new (long Ticks, int Index)[Count];
        for (var i = 0; i < keys.Length; i++)
            keys[i] = (RowAt(i).Ticks, i);
        Array.Sort(keys);
        return Array.ConvertAll(keys, key => key.Index);
    }

    /// <summary>The day of a record as its file shows it, that of the record before it when it has none, else null.</summary>
    internal DateOnly? Day(int index) => RowAt(index).Day is >= 0 and var day ? DateOnly.FromDayNumber(day) : null;

    internal TimelineEntry Get(int index, IReadOnlyList<TimelineConversation> conversations)
    {
        ref readonly var row = ref RowAt(index);
        var from = row.From < 0 ? null : _names[row.From];
        var owner = conversations[row.Conversation].Owner;
        return new TimelineEntry
        {
            At = row.At,
            State = row.State,
            Utc = row.State is TimelineState.Instant or TimelineState.StatedZone ? new DateTimeOffset(row.Ticks, TimeSpan.Zero) : null,
            Conversation = row.Conversation,
            From = from,
            IsOwner = owner is null || from is null ? null : from == owner,
            Kind = row.Kind,
            Event = row.Event,
            Subject = _subjects.GetValueOrDefault(index),
            Text = row.Length < 0 ? null : row.Length == 0 ? "" : Encoding.UTF8.GetString(_blocks[row.Block], row.Start, row.Length),
            Media = _media.GetValueOrDefault(index, []),
            File = _files[row.File],
            Place = row.Place,
        };
    }

    // In blocks, so that growing never copies them all.
    private ref Row RowAt(int index) => ref _rows[index >> RowBits][index & RowMask];

    private (int Block, int Start, int Length) Keep(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return (-1, 0, text is null ? -1 : 0);
        var length = Encoding.UTF8.GetByteCount(text);
        if (length > BlockSize - _used)
        {
            _blocks.Add(new byte[Math.Max(BlockSize, length)]);
            _used = 0;
        }

        var start = _used;
        Encoding.UTF8.GetBytes(text, _blocks[^1].AsSpan(start));
        _used = Math.Min(BlockSize, _used + length);
        return (_blocks.Count - 1, start, length);
    }

    private int Name(string? name)
    {
        if (name is null)
            return -1;
        if (_nameIndex.TryGetValue(name, out var known))
            return known;
        _names.Add(name);
        _nameIndex.Add(name, _names.Count - 1);
        return _names.Count - 1;
    }

    private int File(ExportFile file)
    {
        if (_fileIndex.TryGetValue(file, out var known))
            return known;
        _files.Add(file);
        _fileIndex.Add(file, _files.Count - 1);
        return _files.Count - 1;
    }
}
