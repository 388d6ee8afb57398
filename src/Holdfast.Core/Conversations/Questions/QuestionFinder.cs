namespace Holdfast.Conversations.Questions;

/// <summary>
/// Watches what is read and finds what only the person can say: who they are where nothing shows it, the order of dates
/// where the numbers do not, the zone of a clock where another file has points in time beside it.
/// </summary>
internal sealed class QuestionFinder(IConversationSink sink, ReadingOptions options) : IConversationSink
{
    /// <summary>Below this the order of day and month is asked for.</summary>
    private const double SureOrder = 0.75;

    /// <summary>Below this the owner is shown and asked for.</summary>
    private const double SureOwner = 0.9;

    private const int MostCandidates = 12;
    private const int MostQuestions = 20;
    private const int MostConversations = 10_000;

    private readonly List<IReadOnlyList<string>> _withoutOwner = [];
    private readonly List<(string Owner, double Confidence, IReadOnlyList<string> Names)> _unsure = [];
    private readonly List<ReadingQuestion> _dates = [];
    private readonly HashSet<ExportFile> _clocks = [];
    private readonly List<string> _senders = [];
    private ConversationHeader? _header;
    private ExportFile? _file;
    private DateTime? _sample;
    private bool _hasClock;
    private bool _hasInstants;
    private ExportFile? _firstFile;
    private bool _isOnlyFile = true;

    /// <summary>The questions, the most telling first.</summary>
    internal IReadOnlyList<ReadingQuestion> Questions =>
        [.. WhoAreYou(), .. _dates.Select(question => question with { IsOnlyFile = _isOnlyFile }), .. Zones()];

    public void Begin(ConversationHeader header)
    {
        (_header, _file, _sample, _hasClock) = (header, null, null, false);
        _senders.Clear();
        sink.Begin(header);
    }

    public void Add(Message message)
    {
        _file ??= message.File;
        _firstFile ??= message.File;
        _isOnlyFile &= message.File == _firstFile;
        if (message.From is { Length: > 0 } from && _senders.Count < MostCandidates && !_senders.Contains(from, StringComparer.Ordinal))
            _senders.Add(from);
        if (message.At.Knowledge == TimeKnowledge.Instant)
            _hasInstants = true;
        if (message.At.Knowledge == TimeKnowledge.WallClock)
        {
            _hasClock = true;
            var wall = message.At.Wall;
            if (_sample is null && wall.Day <= 12 && wall.Day != wall.Month)
                (_sample, _file) = (wall, message.File);
        }

        sink.Add(message);
    }

    public void Add(Contact contact) => sink.Add(contact);

    public void End(ConversationFooter footer)
    {
        var owner = _header!.Owner ?? footer.Owner;
        if (!_header.IsSingleVoice && _senders.Count > 1 && !IsMail(_header) && _withoutOwner.Count + _unsure.Count < MostConversations)
        {
            if (owner is null)
                _withoutOwner.Add([.. _senders]);
            else if (footer.OwnerConfidence is > 0 and < SureOwner)
                _unsure.Add((owner, footer.OwnerConfidence, [owner, .. _senders.Where(name => name != owner)]));
        }

        AskForDates(footer);
        if (_hasClock && _file is { } file && options.For(file).Zone is null)
            _clocks.Add(file);
        sink.End(footer);
    }

    public void Report(ReadingProblem problem) => sink.Report(problem);

    // A mail is from whoever it is from; a mailbox has hundreds of senders.
    private static bool IsMail(ConversationHeader header) => header.Format.StartsWith("email", StringComparison.Ordinal);

    private void AskForDates(ConversationFooter footer)
    {
        // Where the numbers are equal, both readings are the same day.
        if (footer.DateOrder is not (DateOrder.DayMonthYear or DateOrder.MonthDayYear) || footer.DateOrderConfidence >= SureOrder
            || _sample is not { } date || _dates.Count >= MostQuestions || _dates.Exists(question => question.File == _file))
            return;
        var swapped = new DateTime(date.Year, date.Day, date.Month);
        var isDayFirst = footer.DateOrder == DateOrder.DayMonthYear;
        _dates.Add(new ReadingQuestion(QuestionKind.DateOrder)
        {
            File = _file,
            AssumedOrder = footer.DateOrder,
            Confidence = footer.DateOrderConfidence,
            DayFirst = isDayFirst ? date.Date : swapped,
            MonthFirst = isDayFirst ? swapped : date.Date,
        });
    }

    /// <summary>A name that is in most of the open conversations is asked for once, for all of them.</summary>
    private List<ReadingQuestion> WhoAreYou()
    {
        var questions = new List<ReadingQuestion>();
        var open = _withoutOwner.ToList();
        while (open.Count > 0 && questions.Count < MostQuestions)
        {
            var ranked = open.SelectMany(names => names).GroupBy(name => name, StringComparer.Ordinal)
                .OrderByDescending(group => group.Count()).Select(group => group.Key).ToList();
            // The order of the ranking, without a search through it for each name: a download may hold very many.
            var together = open.Where(names => names.Contains(ranked[0], StringComparer.Ordinal)).SelectMany(names => names).ToHashSet(StringComparer.Ordinal);
            var candidates = ranked.Where(together.Contains).Take(MostCandidates);
            questions.Add(new ReadingQuestion(QuestionKind.WhoAreYou) { Candidates = [.. candidates] });
            open.RemoveAll(names => names.Contains(ranked[0], StringComparer.Ordinal));
        }

        questions.AddRange(_unsure.GroupBy(one => one.Owner, StringComparer.Ordinal).Take(MostQuestions).Select(group =>
            new ReadingQuestion(QuestionKind.WhoAreYou)
            {
                Candidates = [.. group.SelectMany(one => one.Names).Distinct(StringComparer.Ordinal).Take(MostCandidates)],
                Assumed = group.Key,
                Confidence = group.Min(one => one.Confidence),
            }));
        return questions;
    }

    private IEnumerable<ReadingQuestion> Zones() =>
        _hasInstants && _clocks.Count > 0
            ? [new ReadingQuestion(QuestionKind.TimeZone) { File = _clocks.Count == 1 ? _clocks.First() : null }]
            : [];
}
