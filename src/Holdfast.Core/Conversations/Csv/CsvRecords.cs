using System.Text;
using Holdfast.Conversations.TextFiles;

namespace Holdfast.Conversations.Csv;

/// <summary>
/// Reads comma-separated values (RFC 4180) one record after the other: fields in quotes may hold line ends, which become LF,
/// and quotes, which are doubled. The separator is what the first line uses: comma, semicolon or TAB.
/// </summary>
internal sealed class CsvRecords(Stream stream, ReadingOptions options) : IDisposable
{
    private const int LongestPiece = 64 * 1024;
    private const int MostFields = 256;

    private readonly TextLines _lines = new(stream, LongestPiece);
    private readonly StringBuilder _field = new();
    private List<string> _fields = [];
    private char _separator;
    private bool _inQuotes;
    private bool _isQuoted;
    private bool _isBroken;
    private int _length;
    private TextLine? _held;

    /// <summary>The record.</summary>
    internal CsvRecord Current { get; private set; }

    /// <summary>True when some bytes so far were not valid in the encoding.</summary>
    internal bool IsDamaged => _lines.IsDamaged;

    /// <summary>Goes to the next record; empty lines between records are passed over.</summary>
    internal bool MoveNext()
    {
        _fields = [];
        (_inQuotes, _isQuoted, _isBroken, _length) = (false, false, false, 0);
        _field.Clear();
        long start = -1, end = 0, number = 0;
        while (_held is not null || _lines.MoveNext())
        {
            var line = _held ?? _lines.Current;
            _held = null;
            if (start < 0 && line.Length == 0)
                continue;
            if (start < 0)
                (start, number) = (line.Offset, line.Number);
            else if (!line.Continues)
                Store('\n');
            end = line.Offset + line.Length;
            if (_separator == '\0')
                _separator = SeparatorOf(line.Text);
            Take(line.Text);
            // Whether a long line goes on shows only in what follows it.
            if (_inQuotes || _lines.MoveNext() && (_held = _lines.Current).Value.Continues)
                continue;
            return Finish(start, end, number);
        }

        if (start < 0)
            return false;
        _isBroken |= _inQuotes;
        return Finish(start, end, number);
    }

    /// <summary>Closes the stream.</summary>
    public void Dispose() => _lines.Dispose();

    /// <summary>The separator that a first line uses.</summary>
    internal static char SeparatorOf(ReadOnlySpan<char> line)
    {
        var (commas, semicolons, tabs) = (line.Count(','), line.Count(';'), line.Count('\t'));
        return tabs > commas && tabs > semicolons ? '\t' : semicolons > commas ? ';' : ',';
    }

    private void Take(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (_inQuotes)
            {
                if (c != '"')
                    Store(c);
                else if (i + 1 < text.Length && text[i + 1] == '"')
                    Store(text[++i]);
                else
                    _inQuotes = false;
            }
            else if (c == '"' && _field.Length == 0 && !_isQuoted)
            {
                (_inQuotes, _isQuoted) = (true, true);
            }
            else if (c == _separator)
            {
                EndField();
            }
            else
            {
                // Letters after a closing quote: the quotes of this record do not match.
                _isBroken |= _isQuoted;
                Store(c);
            }
        }
    }

    private void Store(char c)
    {
        if (_length++ < options.MaxTextLength)
            _field.Append(c);
        else
            _isBroken = true;
    }

    private void EndField()
    {
        if (_fields.Count < MostFields)
            _fields.Add(_field.ToString());
        else
            _isBroken = true;
        _field.Clear();
        _isQuoted = false;
    }

    private bool Finish(long start, long end, long number)
    {
        EndField();
        Current = new CsvRecord(_fields, new RecordPlace(start, end - start, number), _isBroken);
        return true;
    }
}
