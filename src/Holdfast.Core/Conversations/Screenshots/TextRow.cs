namespace Holdfast.Conversations.Screenshots;

/// <summary>Marks that stand beside each other like the letters of a line.</summary>
internal sealed class TextRow
{
    private readonly List<Mark> _marks = [];

    internal TextRow(Mark first)
    {
        _marks.Add(first);
        Box = first.Box;
    }

    /// <summary>The rectangle around its marks.</summary>
    internal CellBox Box { get; private set; }

    /// <summary>Its marks, left to right.</summary>
    internal IReadOnlyList<Mark> Marks => _marks;

    /// <summary>The colour that most of its marks have.</summary>
    internal Rgb Colour => InkColour.Usual(_marks);

    /// <summary>Adds the next mark to the right.</summary>
    internal void Add(Mark mark)
    {
        _marks.Add(mark);
        Box = Box.With(mark.Box);
    }

    /// <summary>A row of some of the marks, or null when there are none.</summary>
    internal static TextRow? Of(IEnumerable<Mark> marks)
    {
        TextRow? row = null;
        foreach (var mark in marks)
        {
            if (row is null)
                row = new TextRow(mark);
            else
                row.Add(mark);
        }

        return row;
    }
}
