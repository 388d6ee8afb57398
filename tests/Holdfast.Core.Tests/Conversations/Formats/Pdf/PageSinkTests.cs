using Holdfast.Conversations;
using Holdfast.Conversations.Formats.Pdf;

namespace Holdfast.Core.Tests.Conversations.Formats.Pdf;

public sealed class PageSinkTests
{
    [Fact]
    public void Everything_that_a_reader_found_passes_through_but_file_and_place()
    {
        var at = MessageTime.FromWall(new DateTime(2024, 2, 3, 4, 5, 6, DateTimeKind.Unspecified));
        var message = new Message
        {
            At = at,
            PrintedTime = "printed",
            From = "from",
            FromId = "id of from",
            Kind = MessageKind.Share,
            Event = MessageEvent.MissedCall,
            Text = "text",
            Media = ["file"],
            Reactions = [new Reaction("who", "+")],
            EditedAt = at,
            Earlier = [new EarlierText("before", at)],
            Quoted = "quoted",
            ReplyTo = "answered",
            Picture = new PictureReading(new PictureBox(1, 2, 3, 4), 0.5),
            Subject = "subject",
            Id = "id",
            File = ExportFile.FromBytes("text", [1]),
            Place = new RecordPlace(1, 2, 3),
        };
        var pdf = PdfFile.Read(PdfWriter.Of(["a line"]));
        var file = ExportFile.FromBytes("chat.pdf", []);
        var sink = new StrictSink();
        var pages = new PageSink(file, PdfText.Of(pdf, PdfPages.Of(pdf)), sink);
        pages.Begin(new ConversationHeader("whatsapp-text"));
        pages.Add(message);
        pages.End(new ConversationFooter());
        var passed = Assert.Single(sink.Messages);
        Assert.Same(file, passed.File);
        foreach (var property in typeof(Message).GetProperties().Where(p => p.Name is not (nameof(Message.File) or nameof(Message.Place))))
        {
            // A property that this test does not set could be forgotten without anybody seeing it.
            Assert.NotEqual(property.PropertyType.IsValueType ? Activator.CreateInstance(property.PropertyType) : null, property.GetValue(message));
            Assert.Equal(property.GetValue(message), property.GetValue(passed));
        }
    }
}
