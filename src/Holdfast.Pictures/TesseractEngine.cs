using System.Runtime.InteropServices;
using Holdfast.Conversations;
using Holdfast.Conversations.Screenshots;

namespace Holdfast.Pictures;

/// <summary>One recogniser of the Tesseract library. Not for two threads at once.</summary>
internal sealed class TesseractEngine : IDisposable
{
    /// <summary>
    /// Tesseract keeps coordinates in 16 bits and refuses larger images; a crafted picture must not find out how well.
    /// </summary>
    public const int MaxSide = 32_000;

    /// <summary>Below this there is no letter to be read, and the library complains.</summary>
    public const int MinSide = 8;

    // Letters 30 to 40 pixels high are what 10 to 12 points give at this resolution.
    private const int DotsPerInch = 300;

    // Letters and ground that differ by less than this cannot be seen either.
    private const int FaintestContrast = 16;

    private nint _api;

    private TesseractEngine(nint api) => _api = api;

    /// <summary>Makes a recogniser ready; null when the library refuses the language files.</summary>
    /// <param name="folder">Where the language files are.</param>
    /// <param name="languages">Tesseract's names of them, the main one first.</param>
    /// <param name="variables">Settings of Tesseract beyond our own.</param>
    public static TesseractEngine? TryCreate(string folder, IReadOnlyList<string> languages, params IReadOnlyList<(string Name, string Value)> variables)
    {
        Quiet();
        var api = TesseractLibrary.TessBaseAPICreate();

        // Set before the start, because the start already talks.
        _ = TesseractLibrary.TessBaseAPISetVariable(api, "debug_file", Nowhere);
        (string Name, string Value)[] all =
        [
            ("debug_file", Nowhere),

            // The image is dark on light by contract: a second try with the colours turned round costs time and finds nothing.
            ("tessedit_do_invert", "0"),
            .. variables,
        ];
        if (Start(api, folder, string.Join('+', languages), all) == 0)
        {
            return new TesseractEngine(api);
        }

        TesseractLibrary.TessBaseAPIDelete(api);
        return null;
    }

    // Told to read a line, the library reads one even where there is none.
    private static bool IsBlank(ReadOnlySpan<byte> grey)
    {
        var (darkest, lightest) = (grey[0], grey[0]);
        foreach (var value in grey)
        {
            darkest = Math.Min(darkest, value);
            lightest = Math.Max(lightest, value);
            if (lightest - darkest >= FaintestContrast)
            {
                return false;
            }
        }

        return true;
    }

    private static unsafe int Start(nint api, string folder, string languages, (string Name, string Value)[] variables)
    {
        nint[] names = [.. variables.Select(variable => Marshal.StringToCoTaskMemUTF8(variable.Name))];
        nint[] values = [.. variables.Select(variable => Marshal.StringToCoTaskMemUTF8(variable.Value))];
        try
        {
            fixed (nint* firstName = names, firstValue = values)
            {
                return TesseractLibrary.TessBaseAPIInit4(
                    api, folder, languages, TesseractLibrary.NeuralEngine, 0, 0, firstName, firstValue, (nuint)names.Length, 0);
            }
        }
        finally
        {
            Array.ForEach(names, Marshal.FreeCoTaskMem);
            Array.ForEach(values, Marshal.FreeCoTaskMem);
        }
    }

    private static string Nowhere => OperatingSystem.IsWindows() ? "nul" : "/dev/null";

    public IReadOnlyList<RecognisedWord> Recognise(GreyImage image, TextBlockShape shape)
    {
        if (image.Width is < MinSide or > MaxSide || image.Height is < MinSide or > MaxSide || IsBlank(image.Grey.Span))
        {
            return [];
        }

        TesseractLibrary.TessBaseAPISetPageSegMode(_api, shape switch
        {
            TextBlockShape.Line => 7,
            TextBlockShape.Scattered => 11,
            _ => 6,
        });
        TesseractLibrary.TessBaseAPISetImage(_api, in image.Grey.Span[0], image.Width, image.Height, 1, image.Width);
        TesseractLibrary.TessBaseAPISetSourceResolution(_api, DotsPerInch);
        try
        {
            return TesseractLibrary.TessBaseAPIRecognize(_api, 0) == 0 ? Words() : [];
        }
        finally
        {
            // What was read of one picture is not kept for the next.
            TesseractLibrary.TessBaseAPIClear(_api);
        }
    }

    public void Dispose()
    {
        if (_api != 0)
        {
            TesseractLibrary.TessBaseAPIDelete(_api);
            _api = 0;
        }
    }

    private List<RecognisedWord> Words()
    {
        List<RecognisedWord> words = [];
        var iterator = TesseractLibrary.TessBaseAPIGetIterator(_api);
        if (iterator == 0)
        {
            return words;
        }

        try
        {
            var line = -1;
            do
            {
                if (TesseractLibrary.TessPageIteratorIsAtBeginningOf(iterator, TesseractLibrary.TextLine) != 0 || line < 0)
                {
                    line++;
                }

                if (WordAt(iterator, line) is { } word)
                {
                    words.Add(word);
                }
            }
            while (TesseractLibrary.TessResultIteratorNext(iterator, TesseractLibrary.Word) != 0);
        }
        finally
        {
            TesseractLibrary.TessResultIteratorDelete(iterator);
        }

        return words;
    }

    private static RecognisedWord? WordAt(nint iterator, int line)
    {
        var text = TesseractLibrary.TessResultIteratorGetUTF8Text(iterator, TesseractLibrary.Word);
        if (text == 0)
        {
            return null;
        }

        var word = Marshal.PtrToStringUTF8(text);
        TesseractLibrary.TessDeleteText(text);
        if (string.IsNullOrWhiteSpace(word)
            || TesseractLibrary.TessPageIteratorBoundingBox(iterator, TesseractLibrary.Word, out var left, out var top, out var right, out var bottom) == 0)
        {
            return null;
        }

        var confidence = TesseractLibrary.TessResultIteratorConfidence(iterator, TesseractLibrary.Word) / 100d;
        return new RecognisedWord(word.Trim(), new PictureBox(left, top, right - left, bottom - top), Math.Clamp(confidence, 0, 1), line);
    }

    // The imaging library below Tesseract (Leptonica) writes its complaints straight to the terminal.
    private static unsafe void Quiet()
    {
        const int None = 6;
        if (NativeLibrary.TryGetExport(NativeLibraries.TesseractHandle, "setMsgSeverity", out var setSeverity))
        {
            _ = ((delegate* unmanaged<int, int>)setSeverity)(None);
        }
    }
}
