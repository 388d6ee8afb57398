using System.Globalization;
using System.Text;

namespace Holdfast.Bench.Exports;

/// <summary>A chat of LINE as text.</summary>
internal static class LineText
{
    internal static (string Name, byte[] Bytes)[] Write(int records)
    {
        var text = new StringBuilder("[LINE] Chat history with Sam Placeholder\nSaved on: 2024/06/13 09:00\n");
        for (var i = 0; i < records; i++)
        {
            var at = InventedExport.At(i);
            if (i == 0 || InventedExport.At(i - 1).Date != at.Date)
                text.Append('\n').Append(at.ToString("yyyy/MM/dd(ddd)", CultureInfo.InvariantCulture)).Append('\n');
            text.Append(at.ToString("HH:mm", CultureInfo.InvariantCulture)).Append('\t').Append(InventedExport.Sender(i)).Append('\t').Append(ChatGenerator.Sentence(i)).Append('\n');
        }

        return [InventedExport.File("[LINE] Chat with Sam Placeholder.txt", text)];
    }
}
