using System.Globalization;
using System.Net;
using System.Text;

namespace Holdfast.Bench.Exports;

/// <summary>A backup of short messages (SMS Backup and Restore).</summary>
internal static class SmsBackup
{
    internal static (string Name, byte[] Bytes)[] Write(int records)
    {
        var text = new StringBuilder("<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n<smses count=\"").Append(records).Append("\">\n");
        for (var i = 0; i < records; i++)
        {
            text.Append("  <sms protocol=\"0\" address=\"+447700900123\" date=\"").Append(new DateTimeOffset(InventedExport.At(i), TimeSpan.Zero).ToUnixTimeMilliseconds())
                .Append("\" type=\"").Append(i % 2 == 0 ? 2 : 1).Append("\" subject=\"null\" body=\"").Append(WebUtility.HtmlEncode(ChatGenerator.Sentence(i)))
                .Append("\" toa=\"null\" sc_toa=\"null\" service_center=\"null\" read=\"1\" status=\"-1\" locked=\"0\" readable_date=\"")
                .Append(InventedExport.At(i).ToString("d MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture)).Append("\" contact_name=\"Sam Placeholder\" />\n");
        }

        return [InventedExport.File("sms-20240613090000.xml", text.Append("</smses>\n"))];
    }
}
