using System.Buffers;
using Holdfast.Conversations.TextFiles;

namespace Holdfast.Conversations.Markup;

/// <summary>The tag at which a <see cref="MarkupScanner"/> stands. Valid until it moves on.</summary>
internal sealed class MarkupTag(MarkupDialect dialect)
{
    // Real tags have a dozen attributes.
    private const int MostAttributes = 256;

    private readonly List<Attribute> _attributes = [];
    private readonly ArrayBufferWriter<byte> _bytes = new();

    /// <summary>The name of the element, in lower case in HTML.</summary>
    internal string Name { get; private set; } = "";

    /// <summary>Where the tag begins in the original.</summary>
    internal long Offset { get; private set; }

    /// <summary>Where the tag ends in the original.</summary>
    internal long End { get; private set; }

    /// <summary>True for a tag that ends with <c>/&gt;</c>.</summary>
    internal bool IsSelfClosing { get; private set; }

    /// <summary>False when the file ends within the tag.</summary>
    internal bool IsComplete { get; private set; }

    /// <summary>True when an attribute was too long to be kept whole.</summary>
    internal bool IsCut { get; private set; }

    /// <summary>True once a value that was asked for held bytes that are not UTF-8, in this tag or one before.</summary>
    internal bool SawInvalidBytes { get; private set; }

    /// <summary>How many bytes the attributes take.</summary>
    internal int Size => _bytes.WrittenCount;

    /// <summary>The names of the attributes, in order.</summary>
    internal IEnumerable<string> Attributes => _attributes.Select(a => a.Name);

    /// <summary>The value of an attribute, decoded; empty when it has none; null when there is no such attribute.</summary>
    internal string? this[string attribute]
    {
        get
        {
            foreach (var (name, start, length) in _attributes)
            {
                if (name == attribute)
                    return Decode(_bytes.WrittenSpan.Slice(start, length));
            }

            return null;
        }
    }

    /// <summary>True when the <c>class</c> attribute lists that class.</summary>
    internal bool HasClass(string name) => MarkupElement.ListsClass(this["class"], name);

    internal void Begin(string name, long offset)
    {
        (Name, Offset, End, IsSelfClosing, IsComplete, IsCut) = (name, offset, offset, false, false, false);
        _attributes.Clear();
        _bytes.ResetWrittenCount();
    }

    internal void Finish(long end, bool complete, bool selfClosing) => (End, IsComplete, IsSelfClosing) = (end, complete, selfClosing);

    /// <summary>Begins an attribute; what follows by <see cref="Append"/> is its value.</summary>
    internal void BeginAttribute(string name)
    {
        if (_attributes.Count < MostAttributes)
            _attributes.Add(new Attribute(name, _bytes.WrittenCount, 0));
        else
            IsCut = true;
    }

    /// <summary>Adds bytes to the value of the last attribute, up to the longest that is kept.</summary>
    internal void Append(ReadOnlySpan<byte> value, int longest)
    {
        if (IsCut && _attributes.Count == MostAttributes)
            return;
        var (name, start, length) = _attributes[^1];
        var kept = value[..Math.Min(value.Length, longest - length)];
        _bytes.Write(kept);
        _attributes[^1] = new Attribute(name, start, length + kept.Length);
        IsCut |= kept.Length < value.Length;
    }

    /// <summary>All attributes with their values, for a tree.</summary>
    internal KeyValuePair<string, string>[] Copy()
    {
        var copy = new KeyValuePair<string, string>[_attributes.Count];
        for (var i = 0; i < copy.Length; i++)
        {
            var (name, start, length) = _attributes[i];
            copy[i] = new KeyValuePair<string, string>(name, Decode(_bytes.WrittenSpan.Slice(start, length)));
        }

        return copy;
    }

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => "tag";

    private string Decode(ReadOnlySpan<byte> value)
    {
        var damaged = SawInvalidBytes;
        var text = TextDecoding.Decode(IsCut ? value[..TextDecoding.CutAtLetter(value, value.Length)] : value, TextForm.Utf8, ref damaged);
        SawInvalidBytes = damaged;
        return CharacterReferences.Decode(text, dialect);
    }

    private readonly record struct Attribute(string Name, int Start, int Length);
}
