namespace Holdfast.Conversations.Json;

/// <summary>Walks over the members of an object and stops where it ends or stops making sense.</summary>
internal struct JsonMembers(byte[] bytes, int start, int end)
{
    private int _position = start + 1;
    private int _nameStart;
    private int _nameEnd;

    /// <summary>True when the walk has come to something that cannot be a member.</summary>
    internal bool IsBroken { get; private set; }

    /// <summary>True when a value so far was cut off by damage inside the object.</summary>
    internal bool HasBrokenValue { get; private set; }

    /// <summary>Where the walk is: after the closing bracket, or at what broke it.</summary>
    internal readonly int Position => _position;

    /// <summary>The value of the member.</summary>
    internal JsonValue Value { get; private set; }

    /// <summary>Goes to the next member.</summary>
    internal bool MoveNext()
    {
        if (bytes is null || IsBroken)
            return false;
        do
        {
            _position = JsonScanner.SkipSpace(bytes, _position, end);
        }
        while (_position < end && bytes[_position] == ',' && ++_position <= end);

        if (_position < end && bytes[_position] == '}')
        {
            _position++;
            bytes = null!;
            return false;
        }

        if (_position >= end || bytes[_position] != '"')
            return Break();
        _nameStart = _position + 1;
        _position = JsonScanner.EndOfString(bytes, _position, end, out var complete);
        _nameEnd = _position - 1;
        var colon = JsonScanner.SkipSpace(bytes, _position, end);
        if (!complete || colon >= end || bytes[colon] != ':')
            return Break();
        _position = JsonScanner.SkipSpace(bytes, colon + 1, end);
        if (_position >= end || bytes[_position] is (byte)',' or (byte)'}' or (byte)']' or (byte)':')
            return Break();
        var valueStart = _position;
        _position = JsonScanner.EndOfValue(bytes, _position, end, out complete);
        Value = new JsonValue(bytes, valueStart, _position, complete);
        HasBrokenValue |= !complete || Value.Kind == JsonKind.None;
        return true;
    }

    /// <summary>True when the member has that name (names with escapes in them are not asked for).</summary>
    internal readonly bool IsNamed(ReadOnlySpan<byte> name) => bytes.AsSpan(_nameStart, _nameEnd - _nameStart).SequenceEqual(name);

    /// <summary>Where the name of the member stands.</summary>
    internal readonly (int Start, int End) NameRange => (_nameStart, _nameEnd);

    /// <summary>The name of the member.</summary>
    internal readonly ReadOnlySpan<byte> Name => bytes.AsSpan(_nameStart, _nameEnd - _nameStart);

    private bool Break()
    {
        IsBroken = true;
        return false;
    }
}
