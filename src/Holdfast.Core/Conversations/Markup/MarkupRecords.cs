namespace Holdfast.Conversations.Markup;

/// <summary>
/// Streams through a markup file and hands out its records, each as a complete tree; what lies between them costs no memory.
/// A tag that matches inside a record belongs to that record.
/// </summary>
internal sealed class MarkupRecords : IDisposable
{
    // What an element costs beside its text and attributes.
    private const int ElementCost = 100;

    private readonly MarkupScanner _scanner;
    private readonly MarkupDialect _dialect;
    private readonly MarkupLimits _limits;
    private readonly Func<MarkupTag, bool> _isRecord;
    private readonly MarkupNesting _nesting;
    private readonly List<(MarkupElement Element, long Start)> _open = [];
    private readonly Queue<MarkupElement> _finished = [];
    private long _cost;

    private MarkupRecords(Stream stream, MarkupDialect dialect, MarkupLimits limits, Func<MarkupTag, bool> isRecord)
    {
        (_dialect, _limits, _isRecord) = (dialect, limits, isRecord);
        _scanner = new MarkupScanner(stream, dialect, limits);
        _nesting = new MarkupNesting(dialect);
    }

    /// <summary>True when the last record was larger than the limit and was ended there.</summary>
    private bool IsOverLimit { get; set; }

    /// <summary>
    /// The outermost elements that match, in file order. A file that cannot be opened, that ends too early, or whose bytes
    /// are broken is reported. The last element has <see cref="MarkupElement.IsComplete"/> false when the file ends within it.
    /// </summary>
    /// <param name="file">The file.</param>
    /// <param name="options">Limits of reading.</param>
    /// <param name="problems">Receives the problems of the file.</param>
    /// <param name="dialect">HTML or XML.</param>
    /// <param name="isRecord">Says for a start tag whether its element is wanted whole.</param>
    /// <param name="limits">Other bounds than the usual ones.</param>
    internal static IEnumerable<MarkupElement> Each(
        ExportFile file, ReadingOptions options, ProblemLog problems, MarkupDialect dialect, Func<MarkupTag, bool> isRecord, MarkupLimits? limits = null)
    {
        // A record may hold a text of the greatest length that the options allow, at three bytes a letter, and as much around it.
        limits ??= new MarkupLimits { LargestRecord = Math.Max(new MarkupLimits().LargestRecord, (int)Math.Min(int.MaxValue, 6L * options.MaxTextLength)) };
        using var records = Open(file, problems, dialect, limits, isRecord);
        while (records is not null && Next(records, problems) is { } element)
            yield return element;
    }

    /// <summary>The whole of a stream as one element without a name.</summary>
    internal static MarkupElement Whole(Stream stream, MarkupDialect dialect)
    {
        using var records = new MarkupRecords(stream, dialect, new MarkupLimits { LargestRecord = int.MaxValue }, _ => false);
        var root = new MarkupElement("", [], dialect);
        records._open.Add((root, 0));
        records._nesting.Open("");
        while (records._scanner.Read())
            records.Take();
        records.CloseAll(records._scanner.End, complete: true);
        return root;
    }

    /// <summary>Closes the stream.</summary>
    public void Dispose() => _scanner.Dispose();

    private static MarkupRecords? Open(ExportFile file, ProblemLog problems, MarkupDialect dialect, MarkupLimits limits, Func<MarkupTag, bool> isRecord)
    {
        Stream? stream = null;
        try
        {
            stream = file.Open();
            return new MarkupRecords(stream, dialect, limits, isRecord);
        }
        catch (IOException)
        {
            stream?.Dispose();
            problems.ReportOnce(ProblemKind.CannotOpen);
            return null;
        }
    }

    private static MarkupElement? Next(MarkupRecords records, ProblemLog problems)
    {
        try
        {
            var element = records.Next();
            if (element is not null && records.IsOverLimit)
                problems.Report(ProblemKind.TextTooLong, element.Place);
            else if (element is { IsComplete: false })
                problems.ReportOnce(ProblemKind.LastRecordCutOff, element.Place);
            else if (element is null && (records._scanner.IsCutOff || records._nesting.IsUnfinished))
                problems.ReportOnce(ProblemKind.Truncated, new RecordPlace(records._scanner.End, 0, 0));
            if (element is null && records._scanner.SawInvalidBytes)
                problems.ReportOnce(ProblemKind.InvalidEncoding);
            records.IsOverLimit = false;
            return element;
        }
        catch (IOException)
        {
            problems.ReportOnce(ProblemKind.CannotOpen);
            return null;
        }
    }

    private MarkupElement? Next()
    {
        while (_finished.Count == 0)
        {
            if (!_scanner.Read())
            {
                if (_open.Count > 0)
                    CloseAll(_scanner.End, complete: false);
                return _finished.TryDequeue(out var last) ? last : null;
            }

            Take();
        }

        return _finished.Dequeue();
    }

    private void Take()
    {
        switch (_scanner.Kind)
        {
            case MarkupTokenKind.Text when _open.Count > 0:
                var text = _scanner.Text;
                _open[^1].Element.Add(text);
                Pay(text.Length * 2L);
                break;
            case MarkupTokenKind.StartTag:
                Start(_scanner.Tag);
                break;
            case MarkupTokenKind.EndTag when _scanner.Tag.Name is "br" && _dialect == MarkupDialect.Html:
                // Browsers read </br> as <br>.
                if (_open.Count > 0)
                    _open[^1].Element.Add(new MarkupElement("br", [], _dialect));
                break;
            case MarkupTokenKind.EndTag:
                Close(_nesting.ClosedByEnd(_scanner.Tag.Name), _scanner.End, complete: true);
                break;
        }
    }

    private void Start(MarkupTag tag)
    {
        Close(_nesting.ClosedByStart(tag.Name), tag.Offset, complete: true);
        if (_open.Count == 0)
        {
            if (!_isRecord(tag))
            {
                Outside(tag);
                return;
            }

            _cost = 0;
        }

        var isEmpty = _nesting.IsEmpty(tag);
        var element = new MarkupElement(tag.Name, tag.Copy(), _dialect);
        // Deeper elements are not kept; what they hold belongs to the deepest that is.
        var parent = _open.Count == 0 ? null : _open[^1].Element;
        var isTooDeep = _open.Count >= _limits.Depth;
        if (!isTooDeep || isEmpty)
            parent?.Add(element);
        if (isEmpty)
        {
            element.Finish(tag.Offset, tag.End, tag.IsComplete);
            if (parent is null)
                _finished.Enqueue(element);
        }
        else
        {
            _open.Add((isTooDeep ? parent! : element, tag.Offset));
            _nesting.Open(tag.Name);
        }

        Pay(ElementCost + tag.Size * 2L);
    }

    private void Outside(MarkupTag tag)
    {
        if (_nesting.IsEmpty(tag))
            return;
        _nesting.Open(tag.Name);
        // Elements that are opened again and again and never closed must not fill the memory.
        if (_nesting.Count > 2 * _limits.Depth)
            _nesting.ForgetOuter(_limits.Depth);
    }

    private void Close(int count, long end, bool complete)
    {
        for (var i = 0; i < count && _open.Count > 0; i++)
            CloseElement(end, complete);
        _nesting.Close(count);
    }

    private void CloseAll(long end, bool complete)
    {
        while (_open.Count > 0)
            CloseElement(end, complete);
    }

    private void CloseElement(long end, bool complete)
    {
        var (element, start) = _open[^1];
        _open.RemoveAt(_open.Count - 1);
        if (_open.Count > 0 && _open[^1].Element == element)
            return;
        element.Finish(start, end, complete);
        if (_open.Count == 0)
            _finished.Enqueue(element);
    }

    private void Pay(long cost)
    {
        _cost += cost;
        if (_cost <= _limits.LargestRecord || _open.Count == 0)
            return;
        // The elements stay open by name, so that what follows finds its place, and may be a record again.
        CloseAll(_scanner.End, complete: false);
        IsOverLimit = true;
        if (_nesting.Count > 2 * _limits.Depth)
            _nesting.ForgetOuter(_limits.Depth);
    }
}
