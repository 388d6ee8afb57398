using Holdfast.Conversations.Dates;
using Holdfast.Conversations.Markup;

namespace Holdfast.Conversations.Formats.Snapchat;

/// <summary>
/// Reads the page of before 2024, <c>chat_history.html</c>: tables of what came in and what was sent, with a row for person,
/// kind and time, and a row for the words.
/// </summary>
internal sealed class SnapchatTables(ExportFile file, ReadingOptions options, ProblemLog problems, string self)
{
    private readonly List<(string? Partner, Message Message, string Type)> _messages = [];
    private bool? _isSent;
    private string? _person;
    private string _type = "";
    private string? _time;
    private string? _words;
    private RecordPlace _place;
    private bool _isOpen;

    /// <summary>Reads the page: each message with the person it was exchanged with.</summary>
    internal IReadOnlyList<(string? Partner, Message Message, string Type)> Read()
    {
        foreach (var element in MarkupRecords.Each(file, options, problems, MarkupDialect.Html, tag => tag.Name is "tr" or "h1" or "h2" or "h3" or "h4"))
        {
            if (element.Name == "tr")
                TakeRow(element);
            else
                TakeHeading(element.Text);
        }

        Close();
        return _messages;
    }

    private void TakeHeading(string heading)
    {
        Close();
        _isSent = heading.StartsWith("Sent", StringComparison.Ordinal) ? true : heading.StartsWith("Received", StringComparison.Ordinal) ? false : _isSent;
    }

    private void TakeRow(MarkupElement row)
    {
        var cells = row.Children.Where(cell => cell.Name is "td" or "th").ToList();
        if (cells.Exists(cell => cell.Name == "th"))
        {
            Close();
            // The first column says whether it holds who wrote or whom it went to.
            _isSent = cells[0].Text switch { "To" => true, "From" => false, _ => _isSent };
        }
        else if (cells.Count >= 3)
        {
            Close();
            (_person, _type, _time, _isOpen, _place) = (cells[0].Text, cells[1].Text, cells[2].Text, true, row.Place);
            _words = cells.Count > 3 && cells[3].Text.Length > 0 ? cells[3].Text : null;
        }
        else if (cells.Count > 0 && _isOpen)
        {
            var words = string.Join('\n', cells.Select(cell => cell.Text)).Trim();
            _words = words.Length == 0 ? _words : _words is null ? words : _words + "\n" + words;
            _place = _place with { Length = row.Place.Offset + row.Place.Length - _place.Offset };
        }
        else if (cells.Exists(cell => cell.Text.Length > 0))
        {
            problems.Report(ProblemKind.UnreadableBody, row.Place);
        }
    }

    private void Close()
    {
        if (!_isOpen)
            return;
        _isOpen = false;
        var at = MachineTime.Read(_time, isUtc: true);
        if (at.Knowledge == TimeKnowledge.None)
            problems.Report(ProblemKind.Damaged, _place);
        var person = string.IsNullOrEmpty(_person) ? null : _person;
        var kind = SnapchatKind.Of(_type, ref _words, hasMedia: false);
        _messages.Add((person, new Message
        {
            At = at,
            From = _isSent == true ? self : person,
            FromId = _isSent == true ? null : person,
            Kind = kind,
            Event = SnapchatKind.EventOf(_type),
            Text = TextLimit.Apply(_words, options, problems, _place),
            File = file,
            Place = _place,
        }, _type));
    }
}
