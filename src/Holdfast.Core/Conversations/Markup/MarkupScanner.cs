using System.Buffers.Text;
using Holdfast.Conversations.TextFiles;

namespace Holdfast.Conversations.Markup;

/// <summary>
/// Cuts HTML or XML into tags and text, in constant memory and linear time, whatever the bytes. It knows no DTD, expands no
/// entity of the file's own, loads nothing and runs nothing; comments, doctype and processing instructions are passed over.
/// A long text comes in pieces. What is no markup by its first letters (<c>&lt;3</c>) is text.
/// </summary>
internal sealed class MarkupScanner : IDisposable
{
    /// <summary>Most bytes of one text token.</summary>
    internal const int LongestText = 32 * 1024;

    private readonly MarkupInput _input;
    private readonly MarkupDialect _dialect;
    private readonly MarkupTagReader _tags;
    private int _textPosition;
    private int _textLength;
    private bool _isLiteral;
    private bool _isCharacterData;
    private string? _rawElement;
    private bool _sawInvalidText;

    internal MarkupScanner(Stream stream, MarkupDialect dialect, MarkupLimits? limits = null)
    {
        _input = new MarkupInput(stream);
        _dialect = dialect;
        Tag = new MarkupTag(dialect);
        _tags = new MarkupTagReader(_input, Tag, new MarkupNames(dialect), limits ?? new MarkupLimits());
    }

    /// <summary>What the current token is.</summary>
    internal MarkupTokenKind Kind { get; private set; }

    /// <summary>Where the token begins in the original.</summary>
    internal long Offset { get; private set; }

    /// <summary>Where the token ends in the original.</summary>
    internal long End => _input.Offset;

    /// <summary>The tag, at a start or end tag.</summary>
    internal MarkupTag Tag { get; }

    /// <summary>The text, at a text token, with its references replaced.</summary>
    internal string Text
    {
        get
        {
            var text = TextDecoding.Decode(_input.At(_textPosition, _textLength), TextForm.Utf8, ref _sawInvalidText);
            return _isLiteral ? text : CharacterReferences.Decode(text, _dialect);
        }
    }

    /// <summary>True when the file ends within a tag, a comment or the like.</summary>
    internal bool IsCutOff { get; private set; }

    /// <summary>True when text that was asked for held bytes that are not valid in the file's encoding.</summary>
    internal bool SawInvalidBytes => _sawInvalidText || Tag.SawInvalidBytes || _input.SawInvalidUnits;

    /// <summary>Goes to the next token; false at the end of the file.</summary>
    internal bool Read()
    {
        while (_input.Ensure(1))
        {
            Offset = _input.Offset;
            if (_isCharacterData)
            {
                if (ReadCharacterData())
                    return true;
                continue;
            }

            _input.Ensure(LongestText);
            var bytes = _input.Available;
            if (bytes[0] != '<' || _rawElement is not null && !IsEndOfRaw(bytes))
                return ReadText(bytes[..Math.Min(bytes.Length, LongestText)]);
            _rawElement = null;
            if (IsName(bytes, 1) || bytes.Length > 1 && bytes[1] == '/' && IsName(bytes, 2))
                return ReadTag(isEnd: bytes[1] == '/');
            if (!TrySkip(bytes))
                return ReadText(bytes[..Math.Min(bytes.Length, LongestText)]);
        }

        IsCutOff |= _rawElement is not null || _isCharacterData;
        Offset = _input.Offset;
        return false;
    }

    /// <summary>Closes the stream.</summary>
    public void Dispose() => _input.Dispose();

    private bool IsName(ReadOnlySpan<byte> bytes, int at) => at < bytes.Length
        && (char.IsAsciiLetter((char)bytes[at]) || _dialect == MarkupDialect.Xml && bytes[at] is (byte)'_' or (byte)':' or >= 0x80);

    private bool ReadText(ReadOnlySpan<byte> bytes)
    {
        var next = bytes[1..].IndexOf((byte)'<') + 1;
        var length = next > 0 ? next : bytes.Length == LongestText ? PieceLength(bytes) : bytes.Length;
        return Yield(length, literal: _rawElement is "script" or "style");
    }

    // A piece ends where no letter, no reference and no pair of references is torn apart.
    private static int PieceLength(ReadOnlySpan<byte> bytes)
    {
        const int Window = 8 * CharacterReferences.Longest;
        for (var at = bytes.Length - Window; at < bytes.Length; at++)
        {
            if (bytes[at] == '&' && !IsSecondHalf(bytes[at..]))
                return at;
        }

        return TextDecoding.CutAtLetter(bytes, bytes.Length);
    }

    private static bool IsSecondHalf(ReadOnlySpan<byte> reference)
    {
        if (!reference.StartsWith("&#"u8))
            return false;
        return Utf8Parser.TryParse(reference[2..], out int code, out _) && code is >= 0xDC00 and <= 0xDFFF
            || reference.Length > 3 && (reference[2] | 0x20) == 'x'
            && Utf8Parser.TryParse(reference[3..], out code, out _, 'x') && code is >= 0xDC00 and <= 0xDFFF;
    }

    private bool ReadCharacterData()
    {
        _input.Ensure(LongestText);
        var bytes = _input.Available[..Math.Min(_input.Available.Length, LongestText)];
        var end = bytes.IndexOf("]]>"u8);
        if (end == 0)
        {
            _input.Advance(3);
            _isCharacterData = false;
            return false;
        }

        // The last two bytes of a piece may belong to the end mark.
        return Yield(end > 0 ? end : bytes.Length < LongestText ? bytes.Length : TextDecoding.CutAtLetter(bytes, bytes.Length - 2), literal: true);
    }

    private bool Yield(int length, bool literal)
    {
        (Kind, _textPosition, _textLength, _isLiteral) = (MarkupTokenKind.Text, _input.Position, length, literal);
        _input.Advance(length);
        return true;
    }

    private bool IsEndOfRaw(ReadOnlySpan<byte> bytes)
    {
        var name = _rawElement!;
        if (bytes.Length < name.Length + 2 || bytes[1] != '/')
            return false;
        for (var i = 0; i < name.Length; i++)
        {
            if ((bytes[i + 2] | 0x20) != name[i])
                return false;
        }

        return bytes.Length == name.Length + 2 || MarkupTagReader.EndsName(bytes[name.Length + 2]);
    }

    /// <summary>Passes over a comment, a doctype, an instruction; false when it is none, but text.</summary>
    private bool TrySkip(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("<!--"u8))
        {
            // "<!-->" is a whole comment.
            _input.Advance(2);
            SkipPast("-->"u8);
        }
        else if (bytes.StartsWith("<![CDATA["u8) && _dialect == MarkupDialect.Xml)
        {
            _input.Advance(9);
            _isCharacterData = true;
        }
        else if (bytes.StartsWith("<?"u8) && bytes.Length > 2 && char.IsAsciiLetter((char)bytes[2]))
        {
            SkipPast(_dialect == MarkupDialect.Xml ? "?>"u8 : ">"u8);
        }
        else if (bytes.StartsWith("<!"u8) && bytes.Length > 2 && (char.IsAsciiLetter((char)bytes[2]) || bytes[2] == '['))
        {
            // A doctype may hold declarations in brackets; they are not read, so that nothing can be expanded.
            var head = bytes[..Math.Min(bytes.Length, LongestText)];
            var end = head.IndexOf((byte)'>');
            var open = head.IndexOf((byte)'[');
            if (open > 2 && open < end && head[open..].IndexOf("]>"u8) is var close and >= 0)
                end = open + close + 1;
            if (end >= 0)
                _input.Advance(end + 1);
            else
                SkipPast(">"u8);
        }
        else
        {
            return false;
        }

        return true;
    }

    private void SkipPast(ReadOnlySpan<byte> mark)
    {
        while (true)
        {
            var found = _input.Available.IndexOf(mark);
            if (found >= 0)
            {
                _input.Advance(found + mark.Length);
                return;
            }

            _input.Advance(Math.Max(0, _input.Available.Length - mark.Length + 1));
            if (_input.Ensure(mark.Length))
                continue;
            _input.Advance(_input.Available.Length);
            IsCutOff = true;
            return;
        }
    }

    private bool ReadTag(bool isEnd)
    {
        Kind = isEnd ? MarkupTokenKind.EndTag : MarkupTokenKind.StartTag;
        _input.Advance(isEnd ? 2 : 1);
        _tags.Read(Offset);
        IsCutOff |= !Tag.IsComplete;
        if (!isEnd && !Tag.IsSelfClosing && Tag.IsComplete && _dialect == MarkupDialect.Html)
            BeginRaw();
        return true;
    }

    private void BeginRaw()
    {
        if (Tag.Name is "script" or "style")
        {
            _rawElement = Tag.Name;
        }
        else if (Tag.Name is "title" or "textarea")
        {
            // One that is never closed would hide the whole file.
            _input.Ensure(MarkupInput.MostAhead);
            var ahead = _input.Available[..Math.Min(_input.Available.Length, MarkupInput.MostAhead)];
            _rawElement = Tag.Name;
            for (var at = ahead.IndexOf("</"u8); at >= 0; at = ahead.IndexOf("</"u8))
            {
                if (IsEndOfRaw(ahead[at..]))
                    return;
                ahead = ahead[(at + 2)..];
            }

            _rawElement = null;
        }
    }
}
