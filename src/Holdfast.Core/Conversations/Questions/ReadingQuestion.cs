namespace Holdfast.Conversations.Questions;

/// <summary>What a question asks.</summary>
public enum QuestionKind
{
    /// <summary>Which of the names is the person who asks for help.</summary>
    WhoAreYou,

    /// <summary>Whether the day or the month comes first in the dates of a file.</summary>
    DateOrder,

    /// <summary>In which time zone the clock stood whose readings have no zone.</summary>
    TimeZone,
}

/// <summary>
/// Something that the files leave open and that would change what is shown. Holdfast asks instead of guessing; until it is
/// answered, <see cref="Assumed"/> and <see cref="AssumedOrder"/> say what is taken for true.
/// </summary>
/// <param name="Kind">What is asked.</param>
public sealed record ReadingQuestion(QuestionKind Kind)
{
    /// <summary>The file it is about; null when it is about several.</summary>
    public ExportFile? File { get; init; }

    /// <summary>True when there is no other file, so that the answer need not name it.</summary>
    public bool IsOnlyFile { get; init; }

    /// <summary>The names to choose from, the likeliest first; for <see cref="QuestionKind.WhoAreYou"/>.</summary>
    public IReadOnlyList<string> Candidates { get; init; } = [];

    /// <summary>The name that was taken to be the person's, when it is not sure; else null.</summary>
    public string? Assumed { get; init; }

    /// <summary>The order that was used; for <see cref="QuestionKind.DateOrder"/>.</summary>
    public DateOrder AssumedOrder { get; init; }

    /// <summary>How sure what was assumed is, from 0 to 1.</summary>
    public double Confidence { get; init; }

    /// <summary>A date of the file with the day first; null when there is none to show.</summary>
    public DateTime? DayFirst { get; init; }

    /// <summary>The same date with the month first.</summary>
    public DateTime? MonthFirst { get; init; }

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => $"reading question ({Kind})";
}
