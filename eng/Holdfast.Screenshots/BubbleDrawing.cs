using System.Net;
using System.Text;

namespace Holdfast.Screenshots;

/// <summary>Draws a chat with bubbles.</summary>
internal static class BubbleDrawing
{
    internal static string Draw(DrawnPage page, BubbleLook look)
    {
        var html = new StringBuilder();
        var (pale, bar, text) = (Pick(look.Pale), Pick(look.Bar), Pick(look.BarText));
        html.Append($"<div class=screen style=\"background:{Pick(look.Ground)};font-family:'{page.Font}';font-size:{page.FontSize}px\">");
        if (look.HasDoodles)
            html.Append($"<div class=doodles style='color:{(page.IsDark ? "#121c23" : "#e3dbcf")}'>{Doodles()}</div>");
        if (!page.IsDesktop)
            html.Append($"<div class=status style='background:{bar};color:{text}'><b>21:47</b><span>▮▮▯ 78%</span></div>");
        var line = page.IsDark ? "#222" : "#ddd";
        html.Append(look.HasCentredTitle
            ? $"<div class='bar centred' style='background:{bar};color:{text};border-bottom:1px solid {line}'><span class=back style='color:#0a7cff'>‹</span><div><i class=portrait></i><div class=small>{E(page.Title)}</div></div></div>"
            : $"<div class=bar style='background:{bar};color:{text};border-bottom:1px solid {line}'><span class=back>‹</span><i class=portrait></i><div><b>{E(page.Title)}</b><div class=small style='color:{pale}'>online</div></div></div>");
        html.Append("<div class=chat>");
        string? before = null;
        foreach (var message in page.Messages)
        {
            if (message.Day is { } day)
            {
                var words = look.Times == "day" ? $"{day} {message.Time}" : day;
                html.Append(look.HasPill
                    ? $"<div class=day><span style='background:{(look.Style == "telegram" ? "rgba(60,90,60,.45);color:#fff" : $"{Pick(look.Received)};color:{pale}")}'>{E(words)}</span></div>"
                    : $"<div class=day style='color:{pale}'>{E(words)}</div>");
            }

            Message(html, page, look, message, before);
            before = message.Name;
        }

        var hint = page.Language switch { "it" => "Messaggio", "es" => "Mensaje", "fr" => "Message", "de" => "Nachricht", "pt" => "Mensagem", _ => "Message" };
        html.Append($"</div><div class=input style='background:{(look.HasDoodles ? "transparent" : bar)}'><span style='background:{Pick(look.Received)};color:{pale};border:1px solid {line}'>{hint}</span></div></div>");
        return html.ToString();

        string Pick((string Light, string Dark) pair) => page.IsDark ? pair.Dark : pair.Light;
    }

    private static void Message(StringBuilder html, DrawnPage page, BubbleLook look, DrawnMessage message, string? before)
    {
        // The gradient runs over the screen, and each bubble shows its part.
        var down = page.Messages.ToList().IndexOf(message) * 75;
        var isFirst = message.Name != before;
        var side = message.IsMine ? "mine" : "other";
        string Pick((string Light, string Dark) pair) => page.IsDark ? pair.Dark : pair.Light;
        if (page.IsGroup && !message.IsMine && isFirst && look.Times != "inside")
            html.Append($"<div class=above style='color:{Pick(look.Pale)};margin-left:{(look.HasPortrait ? 50 : 14)}px'>{E(message.Name)}</div>");
        html.Append($"<div class='row {side}' style='margin-top:{(isFirst ? look.Gap + 6 : look.Gap)}px'>");
        if (look.HasPortrait && !message.IsMine)
            html.Append("<i class='portrait small-portrait'></i>");
        if (message.IsPicture && look.Times != "inside")
        {
            html.Append("<div class=photo></div></div>");
            return;
        }

        var fill = Pick(message.IsMine ? look.Sent : look.Received);
        html.Append($"<div class=bubble style='background:{fill}{(fill.StartsWith("linear", StringComparison.Ordinal) ? $" 0 -{down}px/100% 844px" : "")};color:{Pick(message.IsMine ? look.SentText : look.ReceivedText)};border-radius:{look.Radius}px;padding:{look.Padding};max-width:{page.MaxWidth}%'>");
        if (page.IsGroup && !message.IsMine && isFirst && look.Times == "inside")
            html.Append($"<div class=name style='color:{Colour(message.Name)}'>{E(message.Name)}</div>");
        if (message.Quoted is { } quoted)
            html.Append($"<div class=quote style='background:{(page.IsDark ? "rgba(0,0,0,.25)" : "rgba(0,0,0,.07)")};border-left:4px solid {look.Accent}'><b style='color:{(message.IsMine && look.Style == "signal" ? "#ffe08a" : look.Accent)}'>{E(message.IsMine ? page.Title : "You")}</b><br>{E(quoted)}</div>");
        if (message.IsPicture)
            html.Append("<div class=photo></div>");
        else
            html.Append(Links(message.Text, Pick(message.IsMine ? look.SentText : look.ReceivedText)));
        if (look.Times == "inside")
            html.Append($"<span class=time style='color:{Pick(message.IsMine ? look.SentPale : look.Pale)}'>{message.Time}{(message.IsMine ? " <span class=ticks>✓✓</span>" : "")}</span>");
        html.Append("</div></div>");
        if (look.Times == "below")
            html.Append($"<div class='below {side}' style='color:{Pick(look.Pale)}'>{message.Time}</div>");
    }

    private static string Links(string text, string ink) => string.Join(' ', text.Split(' ').Select(word =>
        word.StartsWith("https://", StringComparison.Ordinal) ? $"<span style='color:{(ink.StartsWith("#f", StringComparison.Ordinal) || ink.StartsWith("#e", StringComparison.Ordinal) ? "#9fd0ff" : "#0b63c5")};text-decoration:underline'>{E(word)}</span>" : E(word)));

    private static string Colour(string name) => (name.Length % 4) switch { 0 => "#e542a3", 1 => "#d4582a", 2 => "#2a8f5b", _ => "#7a5cff" };

    private static string Doodles() => string.Concat(Enumerable.Repeat("✿ ♫ ❀ ☼ ⚑ ♣ ♬ ◈ ❖ ✧ ", 60));

    // Phones draw emoji in colour, whatever the font of the letters has.
    internal static string E(string text) => string.Concat(text.EnumerateRunes().Select(rune =>
        rune.Value > 0xffff ? $"<span class=e>{rune}</span>" : WebUtility.HtmlEncode(rune.ToString())));

    internal const string Css = """
        .e{font-family:'Noto Color Emoji'}*{box-sizing:border-box;margin:0} body{background:#888}
        .screen{position:absolute;overflow:hidden;display:flex;flex-direction:column;contain:strict;line-height:1.33}
        .status{height:36px;padding:9px 22px;display:flex;justify-content:space-between;font-size:15px;flex:none}
        .bar{height:58px;display:flex;align-items:center;gap:10px;padding:0 12px;flex:none;font-size:17px;position:relative}
        .bar.centred{height:88px;justify-content:center;text-align:center}.centred .portrait{display:block;margin:0 auto 3px}.centred .back{position:absolute;left:12px}
        .back{font-size:32px;line-height:1}.portrait{width:38px;height:38px;border-radius:50%;background:linear-gradient(135deg,#e8a87c,#41b3a3);display:inline-block;flex:none}
        .small-portrait{width:28px;height:28px;align-self:flex-end;margin-right:8px}.small{font-size:13px}
        .chat{flex:1;overflow:hidden;padding:6px 0;position:relative}.row{display:flex;padding:0 12px}.row.mine{justify-content:flex-end}
        .bubble{overflow-wrap:break-word;white-space:pre-wrap}.day{text-align:center;font-size:12.5px;margin:8px 0}.day span{padding:5px 11px;border-radius:8px;display:inline-block}
        .time{float:right;font-size:11px;margin:7px 0 -3px 10px}.ticks{color:#53bdeb;letter-spacing:-4px;padding-right:4px}.name{font-size:.83em;font-weight:600}
        .above{font-size:12px;margin-top:8px;margin-bottom:-4px}.below{font-size:11.5px;padding:2px 24px}.below.mine{text-align:right}
        .quote{border-radius:6px;padding:5px 9px;font-size:.88em;margin-bottom:4px;min-width:120px}
        .photo{width:180px;height:130px;border-radius:10px;background:repeating-conic-gradient(#c96 0 12%,#357 0 31%,#dd8 0 43%,#264 0 60%,#e9c 0 77%,#446 0 100%)}
        .input{height:62px;flex:none;padding:10px 14px;position:relative}.input span{display:block;width:78%;padding:9px 16px;border-radius:21px;height:42px}
        .doodles{font-family:'DejaVu Sans';position:absolute;inset:94px 0 0 0;font-size:26px;line-height:1.7;opacity:.9}
        .rows{flex:1;padding:10px 14px;overflow:hidden}.entry{display:flex;gap:12px;margin-top:14px}.entry .portrait{width:40px;height:40px}.entry .who{font-weight:600;font-size:16px}
        .entry .when{font-size:12px;font-weight:400;margin-left:8px}.rows .line{overflow-wrap:anywhere;padding:2px 0}
        .snap{margin-top:12px}.snap .who{font-size:12px;font-weight:700;text-transform:uppercase}.snap .said{border-left:2px solid;padding-left:9px;margin:2px 0}.snap .said div{overflow-wrap:anywhere;padding:2px 0}
        """;
}
