using System.Globalization;
using Holdfast.Conversations;
using Holdfast.Conversations.Screenshots;
using Holdfast.Words;

namespace Holdfast.Cli.Output;

/// <summary>Prints conversations for a person, as they are read.</summary>
internal sealed class ReadText(Terminal terminal, Wording words) : IConversationSink
{
    private const string Indent = "       ";
    private const int MostReactions = 20;

    private readonly List<ReadingProblem> _problems = [];
    private readonly SortedDictionary<ContactRelation, long> _contacts = [];
    private ConversationHeader? _header;
    private (DateTime Day, string Clock) _day;

    public IReadOnlyList<ReadingProblem> Problems => _problems;

    public long MessageCount { get; private set; }

    /// <summary>Messages and entries of contact lists: 0 when there was nothing to read.</summary>
    public long RecordCount => MessageCount + _contacts.Values.Sum();

    public void Begin(ConversationHeader header)
    {
        _header = header;
        _day = default;
        var title = Names.Title(words, header);
        var folder = header.Folder == ConversationFolder.Inbox ? "" : ", " + words.GetFor("folder", header.Folder);
        terminal.Out.WriteLine(terminal.Strong(title) + terminal.Quiet($"  ({Names.Format(words, header.Format)}{folder})"));
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
        if (message.At.Knowledge != TimeKnowledge.None && (wall.Date, Clock(message.At)) is var day && day != _day)
        {
            _day = day;
            output.WriteLine();
            output.WriteLine(terminal.Quiet(wall.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "  " + day.Item2));
        }

        output.Write(message.At.Knowledge == TimeKnowledge.None ? Indent : wall.ToString("HH:mm  ", CultureInfo.InvariantCulture));
        if (message.At.Knowledge == TimeKnowledge.None && message.PrintedTime is { } printed)
        {
            output.Write(terminal.Quiet($"({SafeText.OneLine(printed, 40)}) "));
        }

        if (message.From is { } from)
        {
            output.Write(terminal.Strong(SafeText.OneLine(from, 60)));
            output.Write(": ");
        }

        output.WriteLine(Names.Body(terminal, words, message.Kind, message.Event, message.Text, message.Media, message.Subject, Indent));
        Extras(message);
    }

    // What else the record holds: what it answers, what it said before, how others answered with a symbol.
    private void Extras(Message message)
    {
        if (message.Quoted is { } quoted)
        {
            Extra("label.answers", quoted);
        }

        foreach (var earlier in message.Earlier)
        {
            Extra("label.said-before", earlier.Text);
        }

        foreach (var reaction in message.Reactions.Take(MostReactions))
        {
            terminal.Out.WriteLine(Indent + terminal.Quiet($"{words.Get("label.reaction")}: {SafeText.OneLine(reaction.Symbol, 40)} {SafeText.OneLine(reaction.Actor ?? "", 60)}".TrimEnd()));
        }

        void Extra(string label, string text) =>
            terminal.Out.WriteLine(Indent + terminal.Quiet($"{words.Get(label)}: “{SafeText.OneLine(text.Trim('\u200E'))}”"));
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

    // Whose clock the times of a day are: a number without that is no fact.
    private string Clock(MessageTime time) => time.Instant is null ? $"({words.Get("label.device-clock")})" : Names.Offset(time).TrimStart();

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
}
