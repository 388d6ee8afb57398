namespace Holdfast.Cli;

/// <summary>What the process returns; documented in the README and in the help.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>The answer is no: a pack is not whole, or nothing could be read.</summary>
    public const int No = 1;

    /// <summary>The command was used in a wrong way.</summary>
    public const int Usage = 2;

    /// <summary>The input is damaged or of a kind that is not supported, or a file could not be opened or written.</summary>
    public const int Damaged = 3;
}
