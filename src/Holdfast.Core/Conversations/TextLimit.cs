namespace Holdfast.Conversations;

/// <summary>Keeps the text of one record within <see cref="ReadingOptions.MaxTextLength"/>.</summary>
internal static class TextLimit
{
    /// <summary>The text, or its beginning with a report when it is too long.</summary>
    internal static string? Apply(string? text, ReadingOptions options, ProblemLog problems, RecordPlace place)
    {
        if (text is null || text.Length <= options.MaxTextLength)
            return text;
        problems.Report(ProblemKind.TextTooLong, place);
        return text[..Cut(text, options.MaxTextLength)];
    }

    /// <summary>The greatest length up to <paramref name="length"/> that does not cut a surrogate pair in two.</summary>
    internal static int Cut(ReadOnlySpan<char> text, int length) =>
        length >= text.Length ? text.Length
            : length > 1 && char.IsHighSurrogate(text[length - 1]) ? length - 1
            : Math.Max(1, length);
}
