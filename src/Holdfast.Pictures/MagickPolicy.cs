using System.Runtime.InteropServices;

namespace Holdfast.Pictures;

/// <summary>
/// Hands a security policy to ImageMagick in memory. Its .NET package can only do so through a file, and nothing is
/// written to the disk here; the native library exports the call.
/// </summary>
internal static partial class MagickPolicy
{
    internal const string Library = "Magick.Native-Q8";

    static MagickPolicy() => NativeLibraries.Register();

    /// <summary>The name under which its package ships its library for this kind of processor.</summary>
    internal static string FileName => RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.Arm64 => Library + "-arm64.dll",
        Architecture.X86 => Library + "-x86.dll",
        _ => Library + "-x64.dll",
    };

    /// <summary>
    /// False when the library refused the policy. The library of Windows does not export the call: there the forced format
    /// is the only lock.
    /// </summary>
    public static bool TryApply(string policy)
    {
        if (!NativeLibrary.TryGetExport(NativeLibraries.MagickHandle, nameof(SetMagickSecurityPolicy), out _))
        {
            return OperatingSystem.IsWindows();
        }

        var exception = AcquireExceptionInfo();
        try
        {
            return SetMagickSecurityPolicy(policy, exception) != 0;
        }
        finally
        {
            DestroyExceptionInfo(exception);
        }
    }

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
    private static partial int SetMagickSecurityPolicy(string policy, nint exception);

    [LibraryImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
    private static partial nint AcquireExceptionInfo();

    [LibraryImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
    private static partial nint DestroyExceptionInfo(nint exception);
}
