using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Holdfast.Cli.Tests;

/// <summary>Runs the built command as people do: as a process of its own.</summary>
internal static class HoldfastProcess
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>The command, built beside these tests.</summary>
    internal static string Path { get; } = Find();

    /// <summary>What a run gave.</summary>
    internal sealed record Run(int Code, byte[] OutBytes, string Error)
    {
        internal string Out => Encoding.UTF8.GetString(OutBytes);

        internal JsonElement Json => JsonElement.Parse(OutBytes);

        internal IReadOnlyList<JsonElement> Lines =>
            [.. Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line))];
    }

    internal static Run Start(params string[] arguments) => Start([], null, arguments);

    internal static Run WithInput(byte[] input, params string[] arguments) => Start([], input, arguments);

    internal static Run WithClock(long seconds, params string[] arguments) =>
        Start([("SOURCE_DATE_EPOCH", seconds.ToString(System.Globalization.CultureInfo.InvariantCulture))], null, arguments);

    internal static Run WithEnvironment((string Name, string Value)[] environment, params string[] arguments) => Start(environment, null, arguments);

    /// <summary>Starts a run that the test ends itself.</summary>
    internal static Process Begin(params string[] arguments)
    {
        var process = Process.Start(Info([], arguments))!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.StandardInput.Close();
        return process;
    }

    private static Run Start((string Name, string Value)[] environment, byte[]? input, string[] arguments)
    {
        using var process = Process.Start(Info(environment, arguments))!;
        var error = process.StandardError.ReadToEndAsync();
        var output = new MemoryStream();
        var copying = process.StandardOutput.BaseStream.CopyToAsync(output);
        if (input is not null)
            process.StandardInput.BaseStream.Write(input);
        process.StandardInput.Close();
        if (!process.WaitForExit(Patience))
        {
            process.Kill();
            Assert.Fail("the command did not end");
        }

        copying.Wait();
        return new Run(process.ExitCode, output.ToArray(), error.Result);
    }

    private static ProcessStartInfo Info((string Name, string Value)[] environment, string[] arguments)
    {
        var info = new ProcessStartInfo(Path, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in new[] { "SOURCE_DATE_EPOCH", "NO_COLOR", "LANG", "LC_ALL" })
            info.Environment.Remove(name);
        info.Environment["TERM"] = "xterm-256color";
        foreach (var (name, value) in environment)
            info.Environment[name] = value;
        return info;
    }

    private static string Find()
    {
        // artifacts/bin/Holdfast.Cli.Tests/<configuration>/ lies beside artifacts/bin/Holdfast.Cli/<configuration>/.
        var own = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(System.IO.Path.DirectorySeparatorChar));
        var name = OperatingSystem.IsWindows() ? "holdfast.exe" : "holdfast";
        var path = System.IO.Path.Combine(own.Parent!.Parent!.FullName, "Holdfast.Cli", own.Name, name);
        return File.Exists(path) ? path : throw new FileNotFoundException("build the command first: dotnet build src/Holdfast.Cli", path);
    }
}
