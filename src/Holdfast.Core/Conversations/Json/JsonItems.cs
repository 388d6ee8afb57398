namespace Holdfast.Conversations.Json;

/// <summary>Walks over the items of an array; a broken item does not hide the ones after it.</summary>
internal struct JsonItems(byte[] bytes, int start, int end)
{
    // Each new start in a broken list scans the rest of the file; without a bound a hostile file would take forever.
    private const int MostNewStarts = 64;
    private int _position = start + 1;
    private int _newStarts;

    /// <summary>The item.</summary>
    internal JsonValue Value { get; private set; }

    /// <summary>True when the array has ended without its closing bracket.</summary>
    internal bool IsCutOff { get; private set; }

    /// <summary>True when bytes that belong to no item stand between the items.</summary>
    internal bool HasStrayBytes { get; private set; }

    /// <summary>Goes to the next item.</summary>
    internal bool MoveNext()
    {
        if (bytes is null)
            return false;
        while (true)
        {
            _position = JsonScanner.SkipSpace(bytes, _position, end);
            if (_position >= end)
            {
                IsCutOff = true;
                bytes = null!;
                return false;
            }

            var b = bytes[_position];
            if (b == ']')
            {
                bytes = null!;
                return false;
            }

            if (b is not ((byte)',' or (byte)'}' or (byte)':'))
                break;
            HasStrayBytes |= b != ',';
            _position++;
        }

        var itemStart = _position;
        _position = JsonScanner.EndOfValue(bytes, itemStart, end, out var complete);
        if (!complete && bytes[itemStart] == '{' && _newStarts++ < MostNewStarts)
            _position = EndOfBrokenObject(itemStart, _position);
        Value = new JsonValue(bytes, itemStart, _position, complete);
        return true;
    }

    // An object that runs too far has lost its closing bracket, or the file is cut. If the walk over its members breaks at
    // an opening bracket, the next item begins there.
    private readonly int EndOfBrokenObject(int itemStart, int found)
    {
        var members = new JsonMembers(bytes, itemStart, end);
        while (members.MoveNext())
        {
            if (!members.Value.IsComplete && members.Position >= end)
                return found;
        }

        return members.IsBroken && members.Position < end && members.Position > itemStart
            && bytes[members.Position] is (byte)'{' or (byte)']' ? members.Position : found;
    }
}
