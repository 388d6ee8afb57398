using System.Globalization;
using Holdfast.Conversations;
using Holdfast.Conversations.Screenshots;
using Holdfast.Words;

namespace Holdfast.Cli.Output;

/// <summary>Prints conversations for a person, as they are read.</summary>
internal sealed class ReadText(Terminal terminal, Wording words) : IConversationSink
{
    private readonly List<ReadingProblem> _problems = [];
    private readonly SortedDictionary<ContactRelation, long> _contacts = [];
    private ConversationHeader? _header;
    private DateTime _day;

    public IReadOnlyList<ReadingProblem> Problems => _problems;

    public long MessageCount { get; private set; }

    public void Begin(ConversationHeader header)
    {
        _header = header;
        _day = default;
        var title = header.Title is { } name ? SafeText.OneLine(name) : words.Get("label.conversation");
        var folder = header.Folder == ConversationFolder.Inbox ? "" : ", " + words.GetFor("folder", header.Folder);
        terminal.Out.WriteLine(terminal.Strong(title) + terminal.Quiet($"  ({header.Format}{folder})"));
        if (header.Format == ScreenshotReader.Format)
        {
            terminal.Paragraph(terminal.Quiet(words.Get("recognition.by-machine")));
        }
    }

    public void Add(Message message)
    {
        MessageCount++;
        var output = terminal.Out;
        var wall = message.At.Wall;
        if (message.At.Knowledge != TimeKnowledge.None && wall.Date != _day)
        {
            _day = wall.Date;
            output.WriteLine();
            output.WriteLine(terminal.Quiet(wall.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        }

        output.Write(message.At.Knowledge == TimeKnowledge.None ? "       " : wall.ToString("HH:mm  ", CultureInfo.InvariantCulture));
        if (message.From is { } from)
        {
            output.Write(terminal.Strong(SafeText.OneLine(from, 60)));
            output.Write(": ");
        }

        if (message.Kind != MessageKind.Text)
        {
            output.Write(terminal.Quiet($"[{words.GetFor("kind", message.Kind)}] "));
        }

        if (message.Subject is { } subject)
        {
            output.WriteLine(SafeText.OneLine(subject));
            output.Write("       ");
        }

        output.WriteLine(message.Text is { } text
            ? SafeText.Indented(text.Trim('\u200E'), "       ")
            : string.Join(", ", message.Media.Select(name => SafeText.OneLine(name))));
    }

    public void Add(Contact contact) =>
        _contacts[contact.Relation] = _contacts.GetValueOrDefault(contact.Relation) + 1;

    public void End(ConversationFooter footer)
    {
        terminal.Out.WriteLine();
        var owner = _header?.Owner ?? footer.Owner;
        terminal.Out.WriteLine(terminal.Quiet(string.Join(", ", footer.Participants.Take(50)
            .Select(name => SafeText.OneLine(name, 60) + (name == owner ? $" ({words.Get("label.you")})" : "")))));
        terminal.Out.WriteLine();
    }

    public void Report(ReadingProblem problem) => _problems.Add(problem);

    /// <summary>How long the lists of friends, followers, requests and blocked accounts are; nothing when there are none.</summary>
    public void PrintContacts()
    {
        if (_contacts.Count > 0)
        {
            terminal.Out.WriteLine(terminal.Strong(words.Get("label.contact-lists")));
            terminal.Paragraph(string.Join(", ", _contacts.Select(list => $"{words.GetFor("relation", list.Key)} {list.Value}")), "  ", "  ");
            terminal.Out.WriteLine();
        }
    }

    /// <summary>What could not be read.</summary>
    public static void Print(Terminal terminal, Wording words, IReadOnlyList<ReadingProblem> problems)
    {
        Print(terminal, words, "label.not-read", [.. problems.Where(problem => !IsRemark(problem.Kind))]);
        Print(terminal, words, "label.please-note", [.. problems.Where(problem => IsRemark(problem.Kind))]);
        RecognitionHelp.Print(terminal, words, problems);
    }

    /// <summary>Things that were read, with something to say about them: no reason for alarm.</summary>
    private static bool IsRemark(ProblemKind kind) => kind is ProblemKind.DateOrderUnknown or ProblemKind.InvalidEncoding or ProblemKind.Duplicate;

    private static void Print(Terminal terminal, Wording words, string heading, IReadOnlyList<ReadingProblem> problems)
    {
        if (problems.Count == 0)
        {
            return;
        }

        const int most = 40;
        terminal.Out.WriteLine(terminal.Strong(words.Get(heading)));
        foreach (var problem in problems.Take(most))
        {
            var place = problem.Line > 0 ? $"{SafeText.OneLine(problem.File)}, {words.Get("label.line-number", problem.Line)}" : SafeText.OneLine(problem.File);
            terminal.Paragraph($"{place}: {Names.Why(words, problem)}", "    ", "  ");
            if (problem.Text is { } text)
            {
                terminal.Out.WriteLine($"    “{SafeText.OneLine(text)}”");
            }
        }

        if (problems.Count > most)
        {
            terminal.Out.WriteLine("  " + words.Get("label.more", problems.Count - most));
        }

        terminal.Out.WriteLine();
    }
}
