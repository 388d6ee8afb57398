namespace Holdfast.Conversations.Questions;

/// <summary>Puts in what the person said about single conversations ("in the chat called so I am this name").</summary>
internal sealed class AnsweringSink(IConversationSink sink, ReadingAnswers answers) : IConversationSink
{
    private string? _me;

    public void Begin(ConversationHeader header)
    {
        _me = answers.MeIn(header.Title);
        sink.Begin(_me is null ? header : header with { Owner = _me });
    }

    public void Add(Message message) => sink.Add(message);

    public void Add(Contact contact) => sink.Add(contact);

    public void End(ConversationFooter footer) =>
        sink.End(_me is null ? footer : footer with { Owner = _me, OwnerConfidence = 1 });

    public void Report(ReadingProblem problem) => sink.Report(problem);
}
