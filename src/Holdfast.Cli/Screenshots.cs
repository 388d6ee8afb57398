using System.CommandLine;
using Holdfast.Conversations;
using Holdfast.Conversations.Screenshots;
using Holdfast.Findings.Repair;
using Holdfast.Pictures;
using Holdfast.Words;

namespace Holdfast.Cli;

/// <summary>
/// The pictures that the person named with --screenshot. Only these are ever decoded; a picture that is merely among the
/// files of an export never is.
/// </summary>
internal sealed class Screenshots
{
    private readonly HashSet<string> _paths;
    private readonly string[] _languages;
    private readonly Action<int> _begins;

    private Screenshots(IReadOnlyList<ExportFile> files, IReadOnlyList<string> others, HashSet<string> paths, string[] languages, Action<int> begins) =>
        (Files, Others, _paths, _languages, _begins) = (files, others, paths, languages, begins);

    /// <summary>The pictures, in the order given.</summary>
    public IReadOnlyList<ExportFile> Files { get; }

    /// <summary>What was named so but is no picture: it is read like every other file.</summary>
    public IReadOnlyList<string> Others { get; }

    /// <summary>What stands as the input of their line where each input has one: pictures of one chat belong together.</summary>
    public static Inputs.Input AsInput { get; } = new("--screenshot", [], []);

    public static Option<string[]> Option()
    {
        var option = new Option<string[]>("--screenshot")
        {
            Description = "screenshots of a chat whose words are to be read, on this device (PNG, JPEG, WebP, HEIC or AVIF; may be given more than once)",
            Arity = ArgumentArity.OneOrMore,
            AllowMultipleArgumentsPerToken = true,
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Any(token => !File.Exists(token.Value)))
            {
                result.AddError("A file given with --screenshot is not there. Check its name and try again.");
            }
        });
        return option;
    }

    /// <summary>Says that a verb needs a file or a screenshot.</summary>
    public static void RequireOne(Command command, Argument<string[]> files, Option<string[]> screenshots) => command.Validators.Add(result =>
    {
        if (result.GetResult(files) is not { Tokens.Count: > 0 } && result.GetResult(screenshots) is null)
        {
            result.AddError("Give a file or folder to read, or a picture with --screenshot.");
        }
    });

    /// <summary>Opens what was named. Nothing is decoded yet.</summary>
    /// <param name="paths">As on the command line.</param>
    /// <param name="country">The person's country, or null; its language is expected early.</param>
    /// <param name="words">The language of the answer is expected first.</param>
    /// <param name="progress">Says how far it has come.</param>
    public static Screenshots Open(string[]? paths, string? country, Wording words, ProgressLine progress)
    {
        var pictures = new List<ExportFile>();
        var others = new List<string>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in paths ?? [])
        {
            if (!IsPicture(path) && !IsNamedPicture(path))
            {
                others.Add(path);
            }
            else if (names.Add(Path.GetFullPath(path)))
            {
                pictures.AddRange(Inputs.Open(path, progress).Files);
            }
        }

        return new Screenshots(
            pictures, others, names, [.. ExpectedLanguages.For(words.Language, country)],
            done => progress.Say($"{words.Get("recognition.reading")} {done}/{pictures.Count}"));
    }

    /// <summary>Whether a file on the disk is one of these; it is then not also listed as a picture that was not read.</summary>
    public bool Names(string fullPath) => _paths.Contains(fullPath);

    /// <summary>Reads their words into the sink, or reports why not.</summary>
    public void Read(ReadingOptions options, IConversationSink sink)
    {
        if (Files.Count == 0)
        {
            return;
        }

        using var recogniser = TesseractRecogniser.TryCreate(TesseractInstallation.Find(), _languages);
        if (recogniser is null)
        {
            foreach (var file in Files)
            {
                sink.Report(new ReadingProblem(file.Name, 0, ProblemKind.TextRecognitionMissing));
            }

            return;
        }

        ScreenshotReader.Read(Files, new CountingDecoder(new MagickDecoder(), _begins), recogniser, options, sink, new ChecksumRepair());
    }

    // Named as a screenshot and as a picture, but broken: to be told so, and not to name it as a screenshot.
    private static bool IsNamedPicture(string path) =>
        Path.GetExtension(path).ToLowerInvariant() is ".png" or ".jpg" or ".jpeg" or ".webp" or ".heic" or ".heif" or ".avif" && new FileInfo(path).Length > 0;

    private static bool IsPicture(string path)
    {
        try
        {
            var head = new byte[MagickDecoder.HeadBytes];
            using var stream = File.OpenRead(path);
            var length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
            return MagickDecoder.IsPicture(head.AsSpan(0, length));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Opened again like every other file, and reported there.
            return false;
        }
    }

    private sealed class CountingDecoder(IPictureDecoder inner, Action<int> begins) : IPictureDecoder
    {
        private int _count;

        public Pixels? Decode(ReadOnlyMemory<byte> bytes)
        {
            begins(++_count);
            return inner.Decode(bytes);
        }

        public ProblemKind WhyNot(ReadOnlyMemory<byte> bytes) => inner.WhyNot(bytes);
    }
}
