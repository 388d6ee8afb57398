using System.CommandLine;
using Holdfast.Cli.Commands;
using Holdfast.Words;

namespace Holdfast.Cli;

/// <summary>The verbs, and the one place where a fault of the world or of ours becomes a calm sentence.</summary>
internal static class CommandLine
{
    public static int Run(string[] args, Terminal terminal)
    {
        using (terminal)
        {
            var root = new RootCommand(
                "Holdfast: for people who are blackmailed with images. Works on this device only; nothing is sent.\n\n"
                + "Exit codes: 0 done; 1 the answer is no (a pack is not whole, a file holds no messages); 2 wrong usage; 3 damaged or unsupported input, or a file that cannot be opened.")
            {
                ReadCommand.Create(terminal),
                CheckCommand.Create(terminal),
                TimelineCommand.Create(terminal),
                PlanCommand.Create(terminal),
                PackCommand.Create(terminal),
                VerifyCommand.Create(terminal),
            };
            var parsed = root.Parse(args.Length == 0 ? ["--help"] : args);
            if (parsed.Errors.Count > 0)
            {
                foreach (var error in parsed.Errors)
                {
                    // It may repeat what was given, and a shell puts in the names of files that others chose.
                    terminal.Error.WriteLine(SafeText.OneLine(error.Message));
                }

                var verb = parsed.CommandResult.Command == root ? "" : " " + parsed.CommandResult.Command.Name;
                return terminal.Fail(ExitCode.Usage, $"See: holdfast{verb} --help");
            }

            try
            {
                return parsed.Invoke(new InvocationConfiguration
                {
                    Output = terminal.Out,
                    Error = terminal.Error,
                    EnableDefaultExceptionHandler = false,
                });
            }
            catch (IOException) when (IsClosedPipe(terminal))
            {
                return ExitCode.Done;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Messages of the system may hold a person's file names: only the kind is told.
                return terminal.Fail(
                    ExitCode.Damaged,
                    "A file could not be read or written, or the disk is full. Nothing of yours was changed.",
                    "Check that the file is still there and that there is room on the disk, then try again.");
            }
#pragma warning disable CA1031 // The last line of defence: private content must not reach the terminal in a stack trace.
            catch (Exception e)
            {
                return terminal.Fail(ExitCode.Damaged, $"{Wording.For(null).Get("command.unexpected")} ({e.GetType().Name})");
            }
#pragma warning restore CA1031
        }
    }

    /// <summary>"holdfast read … | head" closes the pipe when it has seen enough.</summary>
    private static bool IsClosedPipe(Terminal terminal)
    {
        try
        {
            terminal.Out.Flush();
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }
}
