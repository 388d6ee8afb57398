namespace Holdfast.Conversations.Json;

/// <summary>
/// Counts brackets. The kind of each is kept down to 64 levels, deeper ones are only counted, so that no depth of nesting
/// can exhaust anything.
/// </summary>
internal struct JsonNesting
{
    private ulong _objects;
    private int _depth;

    /// <summary>True when a closing bracket was of the other kind than the one that was open.</summary>
    internal bool IsDamaged { get; private set; }

    /// <summary>Counts an opening bracket.</summary>
    internal void Open(bool isObject)
    {
        if (_depth < 64)
            _objects = _objects & ~(1UL << _depth) | (isObject ? 1UL << _depth : 0);
        _depth++;
    }

    /// <summary>
    /// Counts a closing bracket; true when nothing is open any more. One of the other kind is damage, and passing over it
    /// keeps the outer list readable.
    /// </summary>
    internal bool Close(bool isObject)
    {
        if (_depth <= 64 && (_objects >> (_depth - 1) & 1) != (isObject ? 1UL : 0UL))
        {
            IsDamaged = true;
            return false;
        }

        return --_depth == 0;
    }
}
