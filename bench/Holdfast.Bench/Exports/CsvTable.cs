using System.Globalization;
using System.Text;

namespace Holdfast.Bench.Exports;

/// <summary>A chat as a table.</summary>
internal static class CsvTable
{
    internal static (string Name, byte[] Bytes)[] Write(int records)
    {
        var text = new StringBuilder("Date,Time,Sender,Message\r\n");
        for (var i = 0; i < records; i++)
        {
            text.Append(InventedExport.At(i).ToString("yyyy-MM-dd,HH:mm:ss", CultureInfo.InvariantCulture)).Append(',').Append(InventedExport.Sender(i)).Append(",\"")
                .Append(ChatGenerator.Sentence(i).Replace("\"", "\"\"", StringComparison.Ordinal)).Append("\"\r\n");
        }

        return [InventedExport.File("messages.csv", text)];
    }
}
