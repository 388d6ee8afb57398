using System.Text;
using Holdfast.Conversations;
using Holdfast.Conversations.Formats.WhatsApp;
using Holdfast.Conversations.TextFiles;

namespace Holdfast.Core.Tests.Conversations.Formats.WhatsApp;

/// <summary>Reads an invented chat given as text.</summary>
internal static class WhatsAppChat
{
    internal static StrictSink Read(string text, ReadingOptions? options = null, string name = "_chat.txt") =>
        StrictSink.Read(new WhatsAppTextReader(), text, options, name);

    internal static StrictSink Read(byte[] bytes, ReadingOptions? options = null, string name = "_chat.txt") =>
        StrictSink.Read(new WhatsAppTextReader(), options, ExportFile.FromBytes(name, bytes));

    /// <summary>Reads bodies, each under a header of its own and the name Ada, and gives the records of those bodies.</summary>
    internal static IReadOnlyList<Message> Bodies(params string[] bodies)
    {
        var text = new StringBuilder("21/02/2024, 13:00 - Ben: hello\n");
        foreach (var body in bodies)
            text.Append("21/02/2024, 13:05 - Ada: ").Append(body).Append('\n');
        return [.. Read(text.ToString()).Messages.Skip(1)];
    }

    internal static bool IsRecognised(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return new WhatsAppTextReader().Recognises(new ExportHead(ExportFile.FromBytes("_chat.txt", bytes), bytes, TextDecoding.DecodeHead(bytes)));
    }
}
