using System.Diagnostics;
using Holdfast.Pictures;
using Holdfast.Screenshots;

// Draws invented chats in the manner of several apps, spoils some of the pictures, reads them all and prints how well.
// holdfast-screenshots FOLDER [--styles a,b] [--languages en,it] [--seed N] [--plain] [--notes] [--dump FOLDER]
if (args.Length == 0)
{
    Console.Error.WriteLine("Screenshots FOLDER [--styles a,b] [--languages en,it] [--seed N] [--plain] [--notes] [--dump FOLDER]");
    return 2;
}

var folder = Path.GetFullPath(args[0]);
Directory.CreateDirectory(folder);
string? Option(string name) => Array.IndexOf(args, name) is var i and >= 0 && i + 1 < args.Length ? args[i + 1] : null;
var styles = Option("--styles")?.Split(',') ?? DrawnSet.Styles;
var languages = Option("--languages")?.Split(',') ?? ChatTexts.Languages;
var seed = int.Parse(Option("--seed") ?? "1", System.Globalization.CultureInfo.InvariantCulture);
var dump = Option("--dump");
var pages = DrawnSet.Make(styles, languages, seed);
var pictures = DrawnSet.Draw(pages, folder, Array.IndexOf(args, "--plain") < 0);

var installation = TesseractInstallation.Find();
var decoder = new MagickDecoder();
var (scores, notes) = (new SortedDictionary<string, Score>(StringComparer.Ordinal), new List<string>());
foreach (var language in languages)
{
    using var recogniser = TesseractRecogniser.TryCreate(installation, language == "en" ? ["en"] : [language, "en"])
        ?? throw new InvalidOperationException("Tesseract or its languages are not installed");
    foreach (var (page, degradation, file) in pictures.Where(picture => picture.Page.Language == language))
    {
        var clock = Stopwatch.StartNew();
        var read = DrawnSet.Read(file, decoder, dump is null ? recogniser : new DumpingRecogniser(recogniser, Directory.CreateDirectory(Path.Combine(dump, Path.GetFileName(file))).FullName));
        var seconds = clock.Elapsed.TotalSeconds;
        var first = true;
        foreach (var name in new[] { "all", "style " + page.Style, page.IsDark ? "theme dark" : "theme light", "language " + language, "picture " + degradation, page.IsDesktop ? "screen desktop" : "screen phone" })
        {
            if (!scores.TryGetValue(name, out var score))
                scores.Add(name, score = new Score());
            score.Add(page, read, first ? notes : []);
            score.Seconds += seconds;
            if (first)
                notes.Add($"-- {Path.GetFileName(file)} {seconds:0.0} s");
            first = false;
        }
    }
}

Console.WriteLine(Score.Head);
foreach (var (name, score) in scores)
    Console.WriteLine(score.Row(name));
if (Array.IndexOf(args, "--notes") >= 0)
    notes.ForEach(Console.WriteLine);
return 0;
