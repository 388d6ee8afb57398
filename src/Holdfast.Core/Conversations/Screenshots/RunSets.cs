namespace Holdfast.Conversations.Screenshots;

/// <summary>Joins stretches of cells that touch into connected areas (union-find with path halving).</summary>
internal sealed class RunSets
{
    private readonly List<int> _parents = [];

    /// <summary>Adds a stretch that touches nothing yet.</summary>
    internal void Add() => _parents.Add(_parents.Count);

    /// <summary>The stretch that stands for the whole area.</summary>
    internal int Root(int run)
    {
        while (_parents[run] != run)
        {
            _parents[run] = _parents[_parents[run]];
            run = _parents[run];
        }

        return run;
    }

    /// <summary>Joins two areas. The earlier stretch stands for both.</summary>
    internal void Join(int first, int second)
    {
        (first, second) = (Root(first), Root(second));
        if (first < second)
            _parents[second] = first;
        else
            _parents[first] = second;
    }
}
