using System.Runtime.InteropServices;

namespace Holdfast.Pictures;

/// <summary>The calls of Tesseract 5 that are needed (its C interface, capi.h).</summary>
internal static partial class TesseractLibrary
{
    public const string Name = "tesseract";

    /// <summary>The neural recogniser (OEM_LSTM_ONLY); the older one is not in the language files of most systems.</summary>
    public const int NeuralEngine = 1;

    /// <summary>A line of text (RIL_TEXTLINE).</summary>
    public const int TextLine = 2;

    /// <summary>A word (RIL_WORD).</summary>
    public const int Word = 3;

    static TesseractLibrary() => NativeLibraries.Register();

    [LibraryImport(Name)]
    public static partial nint TessVersion();

    [LibraryImport(Name)]
    public static partial nint TessBaseAPICreate();

    [LibraryImport(Name)]
    public static partial void TessBaseAPIDelete(nint api);

    [LibraryImport(Name, StringMarshalling = StringMarshalling.Utf8)]
    public static unsafe partial int TessBaseAPIInit4(
        nint api, string folder, string languages, int engine, nint configs, int configCount, nint* names, nint* values, nuint count, int onlyNonDebug);

    [LibraryImport(Name, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int TessBaseAPISetVariable(nint api, string name, string value);

    [LibraryImport(Name)]
    public static partial void TessBaseAPISetPageSegMode(nint api, int mode);

    [LibraryImport(Name)]
    public static partial void TessBaseAPISetImage(nint api, in byte image, int width, int height, int bytesPerPixel, int bytesPerLine);

    [LibraryImport(Name)]
    public static partial void TessBaseAPISetSourceResolution(nint api, int dotsPerInch);

    [LibraryImport(Name)]
    public static partial int TessBaseAPIRecognize(nint api, nint monitor);

    [LibraryImport(Name)]
    public static partial void TessBaseAPIClear(nint api);

    [LibraryImport(Name)]
    public static partial nint TessBaseAPIGetIterator(nint api);

    [LibraryImport(Name)]
    public static partial void TessResultIteratorDelete(nint iterator);

    [LibraryImport(Name)]
    public static partial int TessResultIteratorNext(nint iterator, int level);

    [LibraryImport(Name)]
    public static partial nint TessResultIteratorGetUTF8Text(nint iterator, int level);

    [LibraryImport(Name)]
    public static partial float TessResultIteratorConfidence(nint iterator, int level);

    [LibraryImport(Name)]
    public static partial int TessPageIteratorIsAtBeginningOf(nint iterator, int level);

    [LibraryImport(Name)]
    public static partial int TessPageIteratorBoundingBox(nint iterator, int level, out int left, out int top, out int right, out int bottom);

    [LibraryImport(Name)]
    public static partial void TessDeleteText(nint text);
}
