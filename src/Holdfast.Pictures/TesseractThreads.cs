using System.Runtime.InteropServices;

namespace Holdfast.Pictures;

/// <summary>
/// Keeps Tesseract at one thread for each image. It splits the work of one line over all processors, which on small images
/// costs more than it gives; reading two images at once is faster.
/// </summary>
internal static unsafe class TesseractThreads
{
    /// <summary>
    /// Sets OMP_THREAD_LIMIT to 1 for this process, unless the person set it. It is read once, when the library is loaded,
    /// from the environment of the C library; what .NET calls the environment is a copy that no native code sees.
    /// </summary>
    public static void AllowOne()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        if (NativeLibrary.TryGetExport(NativeLibrary.GetMainProgramHandle(), "setenv", out var setenv))
        {
            fixed (byte* name = "OMP_THREAD_LIMIT\0"u8, value = "1\0"u8)
            {
                _ = ((delegate* unmanaged<byte*, byte*, int, int>)setenv)(name, value, 0);
            }
        }
    }
}
