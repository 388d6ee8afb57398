using Holdfast.Findings.Text;

namespace Holdfast.Findings.Signs;

/// <summary>A set of vocabulary entries, asked by class of word.</summary>
internal sealed class WordSet
{
    private readonly HashSet<int> _entries;
    private bool[] _classes = new bool[256];

    public WordSet(IEnumerable<int> entries, double commonness)
    {
        _entries = [.. entries];
        Commonness = commonness;
    }

    public IReadOnlySet<int> Entries => _entries;

    /// <summary>How often, roughly, such a word turns up in ordinary talk.</summary>
    public double Commonness { get; }

    public bool Contains(int wordClass) => wordClass < _classes.Length && _classes[wordClass];

    /// <summary>Takes up a new class.</summary>
    public bool TakeUp(int wordClass, WordClassInfo info)
    {
        if (!info.Entries.Any(_entries.Contains))
        {
            return false;
        }

        if (wordClass >= _classes.Length)
        {
            Array.Resize(ref _classes, Math.Max(wordClass + 1, _classes.Length * 2));
        }

        _classes[wordClass] = true;
        return true;
    }
}

/// <summary>A part of a pattern.</summary>
internal abstract record PatternNode
{
    private PatternNode()
    {
    }

    /// <summary>Most words it can span.</summary>
    public abstract int MaxLength { get; }

    /// <summary>One word of a set.</summary>
    public sealed record Word(WordSet Set) : PatternNode
    {
        public override int MaxLength => 1;
    }

    /// <summary>A number or an amount.</summary>
    public sealed record Number : PatternNode
    {
        public override int MaxLength => 1;
    }

    /// <summary>Up to so many words of any kind.</summary>
    public sealed record Gap(int Most) : PatternNode
    {
        public override int MaxLength => Most;
    }

    /// <summary>Parts in order.</summary>
    public sealed record Sequence(IReadOnlyList<PatternNode> Parts) : PatternNode
    {
        public override int MaxLength => Parts.Sum(part => part.MaxLength);
    }

    /// <summary>One of several sequences, or none when it is optional.</summary>
    public sealed record Choice(IReadOnlyList<Sequence> Alternatives, bool IsOptional) : PatternNode
    {
        public override int MaxLength => Alternatives.Max(alternative => alternative.MaxLength);
    }
}
