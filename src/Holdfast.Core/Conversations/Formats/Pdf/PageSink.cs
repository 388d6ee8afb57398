namespace Holdfast.Conversations.Formats.Pdf;

/// <summary>Hands on what a reader of text found in the words of a PDF, with the file and the pages in the place of the text.</summary>
internal sealed class PageSink(ExportFile file, PdfText text, IConversationSink sink) : IConversationSink
{
    public void Begin(ConversationHeader header) => sink.Begin(header with { Format = PdfReader.Name });

    public void Add(Message message) => sink.Add(new Message
    {
        At = message.At,
        PrintedTime = message.PrintedTime,
        From = message.From,
        FromId = message.FromId,
        Kind = message.Kind,
        Event = message.Event,
        Text = message.Text,
        Media = message.Media,
        Reactions = message.Reactions,
        EditedAt = message.EditedAt,
        Earlier = message.Earlier,
        Quoted = message.Quoted,
        ReplyTo = message.ReplyTo,
        Picture = message.Picture,
        Subject = message.Subject,
        Id = message.Id,
        File = file,
        Place = text.PageAt(message.Place.Offset),
    });

    public void Add(Contact contact) => sink.Add(contact);

    public void End(ConversationFooter footer) => sink.End(footer);

    public void Report(ReadingProblem problem) =>
        sink.Report(new ReadingProblem(file.Name, 0, problem.Kind) { Place = text.PageAt(problem.Place.Offset), Text = problem.Text });
}
