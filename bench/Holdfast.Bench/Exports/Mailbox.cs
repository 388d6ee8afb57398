using System.Globalization;
using System.Text;

namespace Holdfast.Bench.Exports;

/// <summary>A mailbox of short letters with the headers that mail has.</summary>
internal static class Mailbox
{
    internal static (string Name, byte[] Bytes)[] Write(int records)
    {
        var text = new StringBuilder();
        for (var i = 0; i < records; i++)
        {
            var at = InventedExport.At(i);
            var (from, to) = i % 2 == 0 ? ("Robin Example <robin@example.com>", "Sam Placeholder <sam@example.org>") : ("Sam Placeholder <sam@example.org>", "Robin Example <robin@example.com>");
            text.Append("From mailbox@example.com ").Append(at.ToString("ddd MMM d HH:mm:ss yyyy", CultureInfo.InvariantCulture)).Append("\nFrom: ").Append(from).Append("\nTo: ").Append(to)
                .Append("\nSubject: letter ").Append(i).Append("\nDate: ").Append(at.ToString("r", CultureInfo.InvariantCulture)).Append("\nMessage-ID: <").Append(i)
                .Append("@example.com>\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n").Append(ChatGenerator.Sentence(i)).Append("\n\n");
        }

        return [InventedExport.File("inbox.mbox", text)];
    }
}
