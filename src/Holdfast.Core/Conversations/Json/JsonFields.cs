namespace Holdfast.Conversations.Json;

/// <summary>
/// The members of one object at a time, found in one walk: for records of which many members are asked for, each of which
/// would be a walk of its own otherwise.
/// </summary>
internal sealed class JsonFields
{
    // A hostile object may have millions; what lies behind is walked to.
    private const int Most = 64;

    private readonly List<(int NameStart, int NameEnd, JsonValue Value)> _members = [];
    private JsonValue _object;

    /// <summary>Takes in the members of another object.</summary>
    internal void Read(JsonValue value)
    {
        _object = value;
        _members.Clear();
        var members = value.Members;
        while (_members.Count <= Most && members.MoveNext())
            _members.Add((members.NameRange.Start, members.NameRange.End, members.Value));
    }

    /// <summary>The first member of that name; of kind None when there is none.</summary>
    internal JsonValue this[ReadOnlySpan<byte> name]
    {
        get
        {
            foreach (var (start, end, value) in _members)
            {
                if (end - start == name.Length && _object.Bytes.AsSpan(start, end - start).SequenceEqual(name))
                    return value;
            }

            return _members.Count > Most ? _object[name] : default;
        }
    }
}
