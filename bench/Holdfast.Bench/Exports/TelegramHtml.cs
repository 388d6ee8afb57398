using System.Globalization;
using System.Net;
using System.Text;

namespace Holdfast.Bench.Exports;

/// <summary>A chat of Telegram Desktop as pages of 1,000 messages.</summary>
internal static class TelegramHtml
{
    private const int RecordsOfAPage = 1_000;

    internal static List<(string Name, byte[] Bytes)> Write(int records)
    {
        var pages = new List<(string, byte[])>();
        for (var first = 0; first < records; first += RecordsOfAPage)
        {
            var text = new StringBuilder("<!DOCTYPE html>\n<html>\n <head>\n  <meta charset=\"utf-8\"/>\n<title>Exported Data</title>\n </head>\n <body onload=\"CheckLocation();\">\n  <div class=\"page_wrap\">\n   <div class=\"page_header\">\n    <div class=\"content\">\n     <div class=\"text bold\">\nSam Placeholder\n     </div>\n    </div>\n   </div>\n   <div class=\"page_body chat_page\">\n    <div class=\"history\">\n");
            for (var i = first; i < Math.Min(first + RecordsOfAPage, records); i++)
            {
                var at = InventedExport.At(i);
                text.Append("\n     <div class=\"message default clearfix\" id=\"message").Append(i).Append("\">\n\n      <div class=\"pull_left userpic_wrap\">\n\n       <div class=\"userpic userpic1\" style=\"width: 42px; height: 42px\">\n\n        <div class=\"initials\" style=\"line-height: 42px\">\nS\n        </div>\n\n       </div>\n\n      </div>\n\n      <div class=\"body\">\n\n       <div class=\"pull_right date details\" title=\"")
                    .Append(at.ToString("dd.MM.yyyy HH:mm:ss", CultureInfo.InvariantCulture)).Append(" UTC+00:00\">\n").Append(at.ToString("HH:mm", CultureInfo.InvariantCulture)).Append("\n       </div>\n\n       <div class=\"from_name\">\n")
                    .Append(InventedExport.Sender(i)).Append(" \n       </div>\n\n       <div class=\"text\">\n").Append(WebUtility.HtmlEncode(ChatGenerator.Sentence(i))).Append("\n       </div>\n\n      </div>\n\n     </div>\n");
            }

            text.Append("\n    </div>\n   </div>\n  </div>\n </body>\n</html>\n");
            pages.Add(InventedExport.File(string.Create(CultureInfo.InvariantCulture, $"ChatExport/messages{(first == 0 ? "" : first / RecordsOfAPage + 1)}.html"), text));
        }

        return pages;
    }
}
