using Holdfast.Conversations;
using Holdfast.Conversations.Screenshots;
using Holdfast.Findings.Repair;
using ImageMagick;

namespace Holdfast.Screenshots;

/// <summary>The pages that are drawn, and the ways in which their pictures are spoilt.</summary>
internal static class DrawnSet
{
    /// <summary>All styles. The last ones were kept apart while the reader was written.</summary>
    internal static readonly string[] Styles =
        ["whatsapp", "instagram", "snapchat", "telegram", "messenger", "imessage", "discord", "profile", "sms", "signal", "slack"];

    /// <summary>One page for each style, theme and language, with groups and computer windows among them.</summary>
    internal static List<DrawnPage> Make(IReadOnlyList<string> styles, IReadOnlyList<string> languages, int seed)
    {
        var pages = new List<DrawnPage>();
        foreach (var style in styles)
        {
            foreach (var language in languages)
            {
                foreach (var isDark in new[] { false, true })
                {
                    var number = seed * 10_000 + Array.IndexOf(Styles, style) * 100 + Array.IndexOf(ChatTexts.Languages, language) * 10 + (isDark ? 1 : 0);
                    var isDesktop = style is not ("snapchat" or "profile" or "imessage" or "sms") && number % 5 == 0;
                    pages.Add(style == "profile" ? ProfileTexts.Page(isDark, language, number)
                        : ChatTexts.Page(style, isDark, language, style is not ("snapchat" or "discord" or "slack") && number % 7 == 3, isDesktop, number));
                }
            }
        }

        return pages;
    }

    /// <summary>Draws the pages, and spoils every other one in one of five ways.</summary>
    internal static List<(DrawnPage Page, string Degradation, string File)> Draw(IReadOnlyList<DrawnPage> pages, string folder, bool degrade)
    {
        var pictures = pages.Select(page => (Page: page, Degradation: "png", File: Path.Combine(folder, page.Id + ".png"))).ToList();
        foreach (var isDesktop in new[] { false, true })
        {
            var some = pictures.Where(picture => picture.Page.IsDesktop == isDesktop).Select(picture => (Html(picture.Page), picture.File)).ToList();
            if (some.Count > 0)
                Chromium.Draw(some, isDesktop ? 900 : 390, isDesktop ? 760 : 844, isDesktop ? 1 : 3, folder);
        }

        foreach (var (picture, i) in degrade ? pictures.ToList().Select((picture, i) => (picture, i)) : [])
        {
            string[] ways = picture.Page.IsDesktop ? ["jpeg70", "webp"] : ["jpeg70", "jpeg40", "60 %", "webp", "60 % jpeg70"];
            pictures.Add((picture.Page, ways[i % ways.Length], Degrade(picture.File, ways[i % ways.Length])));
        }

        return pictures;
    }

    /// <summary>Reads one picture as the product does.</summary>
    internal static IReadOnlyList<Message> Read(string file, IPictureDecoder decoder, ITextRecogniser recogniser)
    {
        var sink = new ConversationCollector();
        ScreenshotReader.Read([ExportFile.FromBytes(Path.GetFileName(file), File.ReadAllBytes(file))], decoder, recogniser, new ReadingOptions(), sink, new ChecksumRepair());
        return [.. sink.Conversations.SelectMany(conversation => conversation.Messages)];
    }

    /// <summary>The page as HTML.</summary>
    internal static string Html(DrawnPage page) =>
        page.Style == "profile" ? RowDrawing.Profile(page)
        : Array.Find(BubbleLook.All, look => look.Style == page.Style) is { } look ? BubbleDrawing.Draw(page, look) : RowDrawing.Draw(page);

    private static string Degrade(string file, string way)
    {
        using var picture = new MagickImage(file);
        if (way.StartsWith("60 %", StringComparison.Ordinal))
            picture.Resize(new Percentage(60));
        picture.Quality = way == "jpeg40" ? 40u : way == "webp" ? 75u : 70u;
        var format = way.Contains("jpeg", StringComparison.Ordinal) ? MagickFormat.Jpeg : way == "webp" ? MagickFormat.WebP : MagickFormat.Png24;
        var name = Path.ChangeExtension(file, null) + "-" + way.Replace(" %", "", StringComparison.Ordinal).Replace(' ', '-') + "." + format.ToString().ToLowerInvariant().Replace("png24", "png", StringComparison.Ordinal);
        picture.Write(name, format);
        return name;
    }
}
