namespace Holdfast.Conversations.Screenshots;

/// <summary>The colours in which letters are drawn.</summary>
internal static class InkColour
{
    /// <summary>Colours nearer than this are the same ink, thin strokes and compression allowed for.</summary>
    internal const int Same = 48;

    private const int MostKinds = 8;

    /// <summary>The colour of most marks, small differences counted as one. An emoji counts no more than a letter.</summary>
    internal static Rgb Usual(IReadOnlyList<Mark> marks) => Kinds(marks).OrderByDescending(kind => kind.Count).FirstOrDefault().Colour;

    /// <summary>The colour that stands out most, of those that several marks have.</summary>
    internal static Rgb Strongest(IReadOnlyList<Mark> marks) =>
        Kinds(marks).Where(kind => kind.Count > 1).OrderByDescending(kind => kind.Contrast).FirstOrDefault().Colour;

    private static List<(Rgb Colour, int Count, int Contrast)> Kinds(IReadOnlyList<Mark> marks)
    {
        var kinds = new List<(Rgb Colour, int Count, int Contrast)>();
        foreach (var mark in marks)
        {
            var at = kinds.FindIndex(kind => kind.Colour.DistanceTo(mark.Colour) <= Same);
            if (at < 0 && kinds.Count < MostKinds)
                kinds.Add((mark.Colour, 1, mark.Contrast));
            else if (at >= 0)
            {
                // The strongest sample is the truest: thin strokes look paler than they are.
                var isStronger = mark.Contrast > kinds[at].Contrast;
                kinds[at] = (isStronger ? mark.Colour : kinds[at].Colour, kinds[at].Count + 1, Math.Max(mark.Contrast, kinds[at].Contrast));
            }
        }

        return kinds;
    }
}
