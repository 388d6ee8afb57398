namespace Holdfast.Conversations.Screenshots;

/// <summary>Recognises the page of an account, and takes other text as one piece of writing.</summary>
internal static class ProfilePage
{
    private const int FewestLetters = 12;
    private const double LeastConfidence = 0.3;

    /// <summary>Everything that stands on the page of an account, or null when it is none.</summary>
    internal static PageEntry? Of(PageShapes shapes, IReadOnlyList<LooseLine> lines)
    {
        var figures = lines.Sum(line => line.Text.Split(' ').Count(ScreenWords.IsFigure));
        var numbers = lines.Count(line => line.Text.AsSpan().ContainsAnyInRange('0', '9') && line.Stamp is null);
        return figures >= 2 && numbers >= 1 ? AnyText(shapes, lines) : null;
    }

    /// <summary>All words outside bubbles as one text; null when there are too few to be sure that they are words.</summary>
    internal static PageEntry? AnyText(PageShapes shapes, IReadOnlyList<LooseLine> lines)
    {
        var good = lines.Where(line => line.Confidence >= LeastConfidence && !ScreenHeader.IsStatusBar(line, shapes.Grid)).ToList();
        if (good.Sum(line => line.Text.Count(char.IsLetterOrDigit)) < FewestLetters)
            return null;
        var text = new List<string>();
        var last = int.MinValue;
        foreach (var line in good.OrderBy(line => line.Box.CentreY).ThenBy(line => line.Box.Left))
        {
            if (text.Count > 0 && Math.Abs(line.Box.CentreY - last) < shapes.Em * 0.5)
                text[^1] += " " + line.Text;
            else
                text.Add(line.Text);
            last = line.Box.CentreY;
        }

        var box = good.Select(line => line.Box).Aggregate((a, b) => a.With(b));
        return new PageEntry
        {
            Side = Side.Other,
            Box = shapes.Grid.ToPixels(box),
            Text = string.Join('\n', text),
            Name = text[0],
            Confidence = good.Average(line => line.Confidence),
        };
    }
}
