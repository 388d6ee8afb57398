using System.Text;

namespace Holdfast.Screenshots;

/// <summary>Draws apps that write rows: Discord, Slack, Snapchat; and the page of an account.</summary>
internal static class RowDrawing
{
    internal static string Draw(DrawnPage page)
    {
        var (ground, text, pale, hint) = (page.Style, page.IsDark) switch
        {
            ("discord", true) => ("#313338", "#dbdee1", "#949ba4", "#383a40"),
            ("discord", false) => ("#ffffff", "#313338", "#5c5e66", "#ebedef"),
            ("slack", true) => ("#1a1d21", "#d1d2d3", "#ababad", "#222529"),
            ("slack", false) => ("#ffffff", "#1d1c1d", "#616061", "#f8f8f8"),
            (_, true) => ("#121212", "#eeeeee", "#999999", "#262626"),
            _ => ("#ffffff", "#16191c", "#8d959c", "#f0f1f2"),
        };
        var html = new StringBuilder();
        var line = page.IsDark ? "#26282c" : "#e3e5e8";
        html.Append($"<div class=screen style=\"background:{ground};color:{text};font-family:'{page.Font}';font-size:{page.FontSize}px\">");
        if (!page.IsDesktop)
            html.Append("<div class=status><b>21:47</b><span>▮▮▯ 78%</span></div>");
        html.Append($"<div class=bar style='border-bottom:1px solid {line}'><span class=back>‹</span><i class=portrait></i><div><b>{BubbleDrawing.E(page.Title)}</b></div></div><div class=rows>");
        DrawnMessage? before = null;
        foreach (var message in page.Messages)
        {
            if (message.Day is { } day)
                html.Append($"<div class=day style='color:{pale}'>{BubbleDrawing.E(day)}</div>");
            var isFirst = before?.Name != message.Name;
            if (page.Style == "snapchat")
            {
                var colour = message.IsMine ? "#f23b57" : "#0fadff";
                if (isFirst)
                    html.Append($"{(before is null ? "" : "</div></div>")}<div class=snap><div class=who style='color:{colour}'>{(message.IsMine ? "Me" : BubbleDrawing.E(message.Name))}</div><div class=said style='border-color:{colour}'>");
                html.Append($"<div>{BubbleDrawing.E(message.Text)}</div>");
            }
            else
            {
                var name = message.IsMine ? "river.song" : message.Name;
                if (isFirst)
                    html.Append($"{(before is null ? "" : "</div></div>")}<div class=entry><i class=portrait></i><div><span class=who>{BubbleDrawing.E(name)}</span><span class=when style='color:{pale}'>{(page.Style == "discord" ? "Today at " : "")}{message.Time}</span>");
                html.Append($"<div class=line>{BubbleDrawing.E(message.Text)}</div>");
            }

            before = message;
        }

        html.Append($"</div></div></div><div class=input><span style='background:{hint};color:{pale}'>Message @{BubbleDrawing.E(page.Title)}</span></div></div>");
        return html.ToString();
    }

    internal static string Profile(DrawnPage page)
    {
        var (ground, text, pale) = page.IsDark ? ("#000", "#f5f5f5", "#a8a8a8") : ("#fff", "#000", "#737373");
        var parts = page.Messages[0].Text.Split('\n');
        return $"""
            <div class=screen style="background:{ground};color:{text};font-family:'{page.Font}';font-size:{page.FontSize}px"><div class=status><b>21:47</b><span>▮▮▯ 78%</span></div>
            <div class=bar><span class=back>‹</span><b>{BubbleDrawing.E(parts[0])}</b></div>
            <div style="display:flex;align-items:center;padding:12px 18px;gap:26px"><i class=portrait style="width:82px;height:82px"></i>
            {string.Concat(parts[1].Split(';').Select(figure => $"<div style='text-align:center'><b>{figure.Split(' ')[0]}</b><br><span class=small>{figure.Split(' ')[1]}</span></div>"))}</div>
            <div style="padding:0 18px"><b>{BubbleDrawing.E(parts[2])}</b><br><span>{BubbleDrawing.E(parts[3])}</span><br><span style="color:{(page.IsDark ? "#9fd0ff" : "#00376b")}">{BubbleDrawing.E(parts[4])}</span>
            <div class=small style="color:{pale};margin-top:8px">{BubbleDrawing.E(parts[5])}</div></div></div>
            """;
    }
}
