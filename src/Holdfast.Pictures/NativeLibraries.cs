using System.Reflection;
using System.Runtime.InteropServices;
using ImageMagick;

namespace Holdfast.Pictures;

/// <summary>Finds the two native libraries: ImageMagick comes with the program, Tesseract with the system.</summary>
internal static class NativeLibraries
{
    private static readonly Lazy<nint> Tesseract = new(FindTesseract);
    private static readonly Lazy<nint> Magick = new(() =>
        NativeLibrary.TryLoad(MagickPolicy.FileName, typeof(MagickNET).Assembly, null, out var handle) ? handle : 0);

    private static readonly Lazy<bool> Registered = new(() =>
    {
        NativeLibrary.SetDllImportResolver(typeof(NativeLibraries).Assembly, Resolve);
        return true;
    });

    /// <summary>The Tesseract library, or zero when it is not installed.</summary>
    public static nint TesseractHandle => Tesseract.Value;

    /// <summary>The ImageMagick library, or zero when there is none for this system.</summary>
    public static nint MagickHandle => Magick.Value;

    /// <summary>To be called before the first native call of a class.</summary>
    public static void Register() => _ = Registered.Value;

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path) => name switch
    {
        TesseractLibrary.Name => Tesseract.Value,
        MagickPolicy.Library or HeifLibrary.Name => Magick.Value,
        _ => 0,
    };

    private static nint FindTesseract()
    {
        TesseractThreads.AllowOne();
        foreach (var candidate in Candidates())
        {
            if (NativeLibrary.TryLoad(candidate, out var handle))
            {
                return handle;
            }
        }

        return 0;
    }

    // Full names first where the system does not look by itself. The folder of the program and the current folder are
    // never searched: a library that somebody put beside a picture must not be loaded.
    private static IEnumerable<string> Candidates()
    {
        if (OperatingSystem.IsWindows())
        {
            var programs = Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles);
            return [$@"{programs}\Tesseract-OCR\libtesseract-5.dll", $@"{programs}\Tesseract-OCR\tesseract55.dll"];
        }

        return OperatingSystem.IsMacOS()
            ? ["/opt/homebrew/lib/libtesseract.5.dylib", "/usr/local/lib/libtesseract.5.dylib", "/opt/local/lib/libtesseract.5.dylib"]
            : ["libtesseract.so.5"];
    }
}
