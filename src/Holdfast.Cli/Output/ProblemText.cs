using Holdfast.Conversations;
using Holdfast.Words;

namespace Holdfast.Cli.Output;

/// <summary>
/// Prints what could not be read, and remarks on what was. A download of thousands of pictures must not drown the one file
/// that matters: what has the same reason stands under it once, with the first names and how many more there are.
/// </summary>
internal static class ProblemText
{
    private const int MostOneByOne = 2;
    private const int MostListed = 8;

    public static void Print(Terminal terminal, Wording words, IReadOnlyList<ReadingProblem> problems)
    {
        Print(terminal, words, "label.not-read", problems.Where(problem => !IsRemark(problem.Kind)));
        Print(terminal, words, "label.please-note", problems.Where(problem => IsRemark(problem.Kind)));
        RecognitionHelp.Print(terminal, words, problems);
    }

    /// <summary>Things that were read, with something to say about them: no reason for alarm.</summary>
    private static bool IsRemark(ProblemKind kind) => kind is ProblemKind.DateOrderUnknown or ProblemKind.InvalidEncoding or ProblemKind.Duplicate
        or ProblemKind.OneSideOnly or ProblemKind.EncryptedChatsElsewhere or ProblemKind.OnlySavedWords;

    private static void Print(Terminal terminal, Wording words, string heading, IEnumerable<ReadingProblem> problems)
    {
        var isFirst = true;
        foreach (var kind in problems.GroupBy(problem => (problem.Kind, IsCounted: problem.Count is not null)))
        {
            if (isFirst)
            {
                terminal.Out.WriteLine(terminal.Strong(words.Get(heading)));
                isFirst = false;
            }

            PrintKind(terminal, words, [.. kind.GroupBy(problem => (problem.File, problem.Line, problem.Conversation)).Select(same => same.ToList())]);
        }

        if (!isFirst)
        {
            terminal.Out.WriteLine();
        }
    }

    private static void PrintKind(Terminal terminal, Wording words, List<List<ReadingProblem>> places)
    {
        if (places.Count <= MostOneByOne)
        {
            foreach (var same in places)
            {
                var times = same.Count > 1 ? $" ({words.Get("label.times", same.Count)})" : "";
                terminal.Paragraph($"{Place(words, same[0])}: {Names.Why(words, Sum(same))}{times}", "    ", "  ");
                Kept(terminal, same[0]);
            }

            return;
        }

        terminal.Paragraph(Names.WhyAll(words, places[0][0]), "    ", "  ");
        foreach (var same in places.Take(MostListed))
        {
            var times = Sum(same).Count is { } count ? $" ({count})" : same.Count > 1 ? $" ({words.Get("label.times", same.Count)})" : "";
            terminal.Out.WriteLine("    " + Place(words, same[0]) + times);
            Kept(terminal, same[0]);
        }

        if (places.Count > MostListed)
        {
            terminal.Out.WriteLine("    " + words.Get("label.more", places.Count - MostListed));
        }
    }

    private static string Place(Wording words, ReadingProblem problem)
    {
        var file = SafeText.OneLine(problem.File);
        return problem.Line > 0 ? $"{file}, {words.Get("label.line-number", problem.Line)}"
            : problem.Conversation is { } title ? $"{SafeText.OneLine(title, 60)} ({file})"
            : file;
    }

    private static ReadingProblem Sum(List<ReadingProblem> same) => same[0].Count is null ? same[0] : same[0] with { Count = same.Sum(problem => problem.Count ?? 0) };

    private static void Kept(Terminal terminal, ReadingProblem problem)
    {
        if (problem.Text is { } text)
        {
            terminal.Out.WriteLine($"    “{SafeText.OneLine(text)}”");
        }
    }
}
