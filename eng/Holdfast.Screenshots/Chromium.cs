using System.Diagnostics;
using System.Globalization;
using System.Text;
using ImageMagick;

namespace Holdfast.Screenshots;

/// <summary>Has pages drawn by the Chromium that is installed: many screens on one sheet, which is then cut.</summary>
internal static class Chromium
{
    private const int Columns = 4;

    /// <summary>The program, or null when it is not installed.</summary>
    internal static string? Find() =>
        new[] { Environment.GetEnvironmentVariable("CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }
            .FirstOrDefault(path => path is not null && File.Exists(path));

    /// <summary>Draws screens of one size and writes them as PNG, in the order given.</summary>
    internal static void Draw(IReadOnlyList<(string Html, string File)> screens, int width, int height, int scale, string folder)
    {
        var perSheet = Columns * Math.Max(1, 15_000 / (height * scale));
        for (var start = 0; start < screens.Count; start += perSheet)
        {
            var some = screens.Skip(start).Take(perSheet).ToList();
            var html = new StringBuilder($"<!doctype html><meta charset=utf-8><style>{BubbleDrawing.Css}</style>");
            for (var i = 0; i < some.Count; i++)
            {
                var place = string.Create(CultureInfo.InvariantCulture, $"left:{i % Columns * width}px;top:{i / Columns * height}px;width:{width}px;height:{height}px;");
                html.Append(some[i].Html.Replace("<div class=screen style=\"", "<div class=screen style=\"" + place, StringComparison.Ordinal));
            }

            var (page, sheet) = (Path.Combine(folder, "sheet.html"), Path.Combine(folder, "sheet.png"));
            File.WriteAllText(page, html.ToString());
            Run(page, sheet, width * Math.Min(Columns, some.Count), height * ((some.Count + Columns - 1) / Columns), scale);
            using var picture = new MagickImage(sheet);
            for (var i = 0; i < some.Count; i++)
            {
                using var screen = (MagickImage)picture.CloneArea(new MagickGeometry(i % Columns * width * scale, i / Columns * height * scale, (uint)(width * scale), (uint)(height * scale)));
                screen.ResetPage();
                screen.Settings.SetDefine(MagickFormat.Png, "compression-level", "1");
                screen.Write(some[i].File, MagickFormat.Png24);
            }
        }
    }

    /// <summary>Draws one screen as PNG, without any other tool.</summary>
    internal static void DrawOne(string html, string file, int width, int height, int scale)
    {
        var page = Path.ChangeExtension(file, ".html");
        File.WriteAllText(page, $"<!doctype html><meta charset=utf-8><style>{BubbleDrawing.Css}</style>"
            + html.Replace("<div class=screen style=\"", $"<div class=screen style=\"left:0;top:0;width:{width}px;height:{height}px;", StringComparison.Ordinal));
        Run(page, file, width, height, scale);
    }

    private static void Run(string page, string picture, int width, int height, int scale)
    {
        var start = new ProcessStartInfo(Find() ?? throw new InvalidOperationException("Chromium is not installed"))
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        foreach (var argument in new[]
        {
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
            "--disable-sync", "--hide-scrollbars", "--force-color-profile=srgb", $"--force-device-scale-factor={scale}", $"--window-size={width},{height}",
            $"--user-data-dir={Path.Combine(Path.GetDirectoryName(page)!, "profile")}", $"--screenshot={picture}", new Uri(page).AbsoluteUri,
        })
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (!process.WaitForExit(TimeSpan.FromMinutes(3)))
            process.Kill(entireProcessTree: true);
        if (!File.Exists(picture))
            throw new InvalidOperationException("Chromium drew nothing");
    }
}
