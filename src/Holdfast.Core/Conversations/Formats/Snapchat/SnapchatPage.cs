using System.Text;
using Holdfast.Conversations.Dates;
using Holdfast.Conversations.Markup;

namespace Holdfast.Conversations.Formats.Snapchat;

/// <summary>
/// Reads a page with the chat of one person (<c>subpage_mira_k.html</c>, since 2024): cards with a name (<c>h4</c>), the kind
/// of record, words and a time (<c>h6</c>). The elements around them have changed, so only these and their order count.
/// </summary>
internal sealed class SnapchatPage(ExportFile file, ReadingOptions options, ProblemLog problems)
{
    private const string NameStart = "subpage_";

    // A page is read whole; this is some hundred thousand messages.
    private static readonly MarkupLimits Limits = new() { LargestRecord = 512 << 20 };

    private readonly List<(Message Message, string Type)> _messages = [];
    private readonly StringBuilder _words = new();
    private List<string> _media = [];
    private string? _sender;
    private string _type = "";
    private long _start = -1;

    /// <summary>The messages in the order of the page.</summary>
    internal IReadOnlyList<(Message Message, string Type)> Messages => _messages;

    /// <summary>The other person or the group: as the file is named, else as the page is headed.</summary>
    internal string? Partner { get; private set; }

    /// <summary>What stands above the chat.</summary>
    internal string? Heading { get; private set; }

    /// <summary>Reads the page.</summary>
    internal void Read()
    {
        ReadPanels(tag => tag.HasClass("rightpanel"));
        if (_messages.Count == 0)
            ReadPanels(tag => tag.Name is "body");
        var name = file.FileName;
        var isNamed = name.StartsWith(NameStart, StringComparison.Ordinal) && name.EndsWith(".html", StringComparison.Ordinal)
            && name.Length > NameStart.Length + 5;
        Partner = isNamed ? name[NameStart.Length..^5] : Heading;
    }

    private void ReadPanels(Func<MarkupTag, bool> isPanel)
    {
        foreach (var panel in MarkupRecords.Each(file, options, problems, MarkupDialect.Html, isPanel, Limits))
        {
            var taken = 0L;
            foreach (var element in panel.Descendants())
            {
                if (element.Place.Offset >= taken && Take(element))
                    taken = element.Place.Offset + element.Place.Length;
            }

            // A card without a time at the end of the page.
            if (_start >= 0)
                Close(null, panel.Place.Offset + panel.Place.Length);
        }
    }

    // True when all that the element holds was taken.
    private bool Take(MarkupElement element)
    {
        switch (element.Name)
        {
            case "h1" or "h2" or "h3":
                Heading ??= element.Text is { Length: > 0 } heading ? heading : null;
                return true;
            case "h4":
                if (_start >= 0)
                    Close(null, element.Place.Offset);
                (_sender, _start) = (element.Text is { Length: > 0 } sender ? sender : null, element.Place.Offset);
                return true;
            case "h6":
                if (_start < 0)
                    _start = element.Place.Offset;
                Close(element.Text, element.Place.Offset + element.Place.Length);
                return true;
            case "script" or "style":
                return true;
            case "p":
                TakeWords(element.Text);
                return true;
            case "img" or "video" or "audio" or "source" or "a":
                TakeMedia(element["src"] ?? element["href"]);
                break;
        }

        TakeWords(string.Concat(element.Nodes.Select(node => node.Text)).Trim());
        return false;
    }

    private void TakeWords(string words)
    {
        if (_start < 0 || words.Length == 0 || words is "Saved" or "Unsaved")
            return;
        if (_type.Length == 0 && _words.Length == 0 && IsType(words))
            _type = words;
        else if (_words.Length <= options.MaxTextLength)
            _words.Append(_words.Length == 0 ? "" : "\n").Append(words);
    }

    // Kinds are one word in capitals; a person who shouts "TEXT" comes behind the kind.
    private static bool IsType(string words) =>
        words is "TEXT" or "MEDIA" or "STICKER" or "NOTE" or "SHARE" or "LOCATION" or "IMAGE" or "VIDEO" or "SHARESAVEDSTORY" or "SNAP"
        || words.StartsWith("STATUS", StringComparison.Ordinal) && !words.AsSpan().ContainsAnyExceptInRange('A', 'Z');

    private void TakeMedia(string? address)
    {
        var at = address?.IndexOf("chat_media/", StringComparison.Ordinal) ?? -1;
        if (_start >= 0 && at >= 0)
            _media.Add(address![at..]);
    }

    private void Close(string? time, long end)
    {
        var place = new RecordPlace(_start, Math.Max(0, end - _start), 0);
        var at = MachineTime.Read(time, isUtc: true);
        if (at.Knowledge == TimeKnowledge.None)
            problems.Report(ProblemKind.Damaged, place);
        var words = _words.Length == 0 ? null : _words.ToString();
        var kind = SnapchatKind.Of(_type, ref words, _media.Count > 0);
        _messages.Add((new Message
        {
            At = at,
            From = _sender,
            FromId = _sender,
            Kind = kind,
            Text = TextLimit.Apply(words, options, problems, place),
            Media = _media,
            File = file,
            Place = place,
        }, _type));
        _words.Clear();
        (_media, _sender, _type, _start) = ([], null, "", -1);
    }
}
