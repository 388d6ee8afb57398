using System.Globalization;
using System.Text;

namespace Holdfast.Bench.Exports;

/// <summary>A chat as imessage-exporter writes it.</summary>
internal static class AppleMessagesText
{
    internal static (string Name, byte[] Bytes)[] Write(int records)
    {
        var text = new StringBuilder();
        for (var i = 0; i < records; i++)
        {
            text.Append(InventedExport.At(i).ToString("MMM dd, yyyy ", CultureInfo.InvariantCulture)).Append(InventedExport.At(i).ToString("h:mm:ss tt", CultureInfo.InvariantCulture).PadLeft(11)).Append('\n')
                .Append(i % 2 == 0 ? "Me" : "+447700900123").Append('\n').Append(ChatGenerator.Sentence(i)).Append("\n\n");
        }

        return [InventedExport.File("+447700900123.txt", text)];
    }
}
