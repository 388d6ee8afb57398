using System.Collections.Concurrent;
using Holdfast.Conversations.Screenshots;

namespace Holdfast.Pictures;

/// <summary>
/// Reads letters with the Tesseract library of the system. It may be used by several threads: at most two images are read
/// at once, the others wait. Nothing is written to the disk or to the terminal.
/// </summary>
public sealed class TesseractRecogniser : ITextRecogniser, IDisposable
{
    private static readonly int MostEngines = Math.Clamp(Environment.ProcessorCount, 1, 2);

    private readonly ConcurrentBag<TesseractEngine> _idle = [];
    private readonly SemaphoreSlim _turns = new(MostEngines, MostEngines);
    private readonly Func<TesseractEngine?> _create;

    private TesseractRecogniser(Func<TesseractEngine?> create) => _create = create;

    /// <summary>Makes the recogniser ready.</summary>
    /// <param name="installation">What is installed.</param>
    /// <param name="languages">Two-letter codes of the languages to expect, the main one first; those not installed are left out.</param>
    /// <returns>Null when none of the languages is there, or the library refuses its files.</returns>
    public static TesseractRecogniser? TryCreate(TesseractInstallation installation, IEnumerable<string> languages)
    {
        ArgumentNullException.ThrowIfNull(installation);
        ArgumentNullException.ThrowIfNull(languages);
        var files = installation.FilesOf(languages);
        if (files.Count == 0)
        {
            return null;
        }

        var recogniser = new TesseractRecogniser(() => TesseractEngine.TryCreate(installation.Folder, files));
        if (recogniser._create() is not { } first)
        {
            recogniser.Dispose();
            return null;
        }

        recogniser._idle.Add(first);
        return recogniser;
    }

    /// <inheritdoc/>
    public IReadOnlyList<RecognisedWord> Recognise(GreyImage image, TextBlockShape shape)
    {
        ArgumentNullException.ThrowIfNull(image);
        _turns.Wait();
        try
        {
            if (!_idle.TryTake(out var engine) && (engine = _create()) is null)
            {
                return [];
            }

            try
            {
                return engine.Recognise(image, shape);
            }
            finally
            {
                _idle.Add(engine);
            }
        }
        finally
        {
            _turns.Release();
        }
    }

    /// <summary>Frees the library's memory. Not while an image is being read.</summary>
    public void Dispose()
    {
        while (_idle.TryTake(out var engine))
        {
            engine.Dispose();
        }

        _turns.Dispose();
    }

    /// <summary>Says what this is.</summary>
    public override string ToString() => "tesseract recogniser";
}
