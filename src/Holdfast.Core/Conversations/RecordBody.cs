using System.Text;
using Holdfast.Conversations.TextFiles;

namespace Holdfast.Conversations;

/// <summary>Gathers the lines of one record of a text export, within the limit of one text, and where they lie.</summary>
internal sealed class RecordBody(ReadingOptions options)
{
    private readonly StringBuilder _text = new();
    private long _start;
    private long _end;
    private long _line;
    private bool _isEmpty = true;

    /// <summary>True when a part of the text did not fit.</summary>
    internal bool IsCut { get; private set; }

    /// <summary>The gathered text, its lines joined by LF.</summary>
    internal string Text => _text.ToString();

    /// <summary>From the first byte of the first line to the last byte of the last.</summary>
    internal RecordPlace Place => new(_start, _end - _start, _line);

    /// <summary>Begins a record with a line of which <paramref name="text"/> belongs to the body.</summary>
    internal void Begin(in TextLine line, ReadOnlySpan<char> text)
    {
        _text.Clear();
        (_start, _end, _line, IsCut, _isEmpty) = (line.Offset, line.Offset + line.Length, line.Number, false, false);
        Store(text);
    }

    /// <summary>Begins a record whose first line holds nothing of the body.</summary>
    internal void Begin(in TextLine line)
    {
        Begin(line, []);
        _isEmpty = true;
    }

    /// <summary>Goes on with a further line, or with the next piece of a long one.</summary>
    internal void Append(in TextLine line) => Append(line, line.Text);

    /// <summary>Goes on with a further line, of which <paramref name="text"/> belongs to the body.</summary>
    internal void Append(in TextLine line, ReadOnlySpan<char> text)
    {
        if (!line.Continues && !_isEmpty)
            Store("\n");
        _isEmpty = false;
        Store(text);
        Extend(line);
    }

    /// <summary>Counts a line as part of the record that adds nothing to its body.</summary>
    internal void Extend(in TextLine line) => _end = line.Offset + line.Length;

    private void Store(ReadOnlySpan<char> text)
    {
        var room = options.MaxTextLength - _text.Length;
        if (text.Length > room)
        {
            IsCut = true;
            text = room <= 0 ? [] : text[..Math.Min(room, TextLimit.Cut(text, room))];
        }

        _text.Append(text);
    }
}
