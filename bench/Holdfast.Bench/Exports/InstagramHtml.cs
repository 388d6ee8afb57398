using System.Globalization;
using System.Net;
using System.Text;

namespace Holdfast.Bench.Exports;

/// <summary>Instagram's download as pages of 10,000 messages, newest first.</summary>
internal static class InstagramHtml
{
    private const int RecordsOfAPage = 10_000;

    internal static List<(string Name, byte[] Bytes)> Write(int records)
    {
        var pages = new List<(string, byte[])>();
        for (var first = 0; first < records; first += RecordsOfAPage)
        {
            var text = new StringBuilder("<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=UTF-8\" /><base href=\"../../../../\" /><title>Sam Placeholder</title><style type=\"text/css\">._a6-g{color:#000}</style></head><body class=\"_5vb_ _2yq _a7o5\"><div class=\"clearfix _ikh\"><div class=\"_4bl9\"><div class=\"_li\"><div class=\"_a705\"><header><h1>Sam Placeholder</h1></header><main class=\"_a706\" role=\"main\">")
                .Append("<div class=\"pam _3-95 _2ph- _a6-g uiBoxWhite noborder\"><h2 class=\"_3-95 _2pim _a6-h _a6-i\">Participants: Sam Placeholder and Robin Example</h2></div>");
            for (var i = first; i < Math.Min(first + RecordsOfAPage, records); i++)
            {
                text.Append("<div class=\"pam _3-95 _2ph- _a6-g uiBoxWhite noborder\"><h2 class=\"_3-95 _2pim _a6-h _a6-i\">").Append(InventedExport.Sender(i)).Append("</h2><div class=\"_3-95 _a6-p\"><div><div></div><div>")
                    .Append(WebUtility.HtmlEncode(ChatGenerator.Sentence(i))).Append("</div><div></div><div></div><div></div></div></div><div class=\"_3-94 _a6-o\">")
                    .Append(InventedExport.At(records - i).ToString("MMM d, yyyy h:mm tt", CultureInfo.InvariantCulture).Replace("AM", "am", StringComparison.Ordinal).Replace("PM", "pm", StringComparison.Ordinal)).Append("</div></div>");
            }

            text.Append("</main></div></div></div></div></body></html>");
            pages.Add(InventedExport.File(string.Create(CultureInfo.InvariantCulture, $"your_instagram_activity/messages/inbox/sam_1/message_{first / RecordsOfAPage + 1}.html"), text));
        }

        return pages;
    }
}
