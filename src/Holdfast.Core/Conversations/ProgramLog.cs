using System.Buffers;

namespace Holdfast.Conversations;

/// <summary>
/// Tells the log of a program from a chat: both write a date and a time, a word and a colon, but in a log the word says how
/// grave the line is.
/// </summary>
internal static class ProgramLog
{
    private static readonly string[] Levels =
    [
        "TRACE", "DEBUG", "INFO", "NOTICE", "WARN", "WARNING", "ERR", "ERROR", "FATAL", "CRITICAL", "CRIT", "ALERT", "SEVERE", "VERBOSE", "PANIC",
    ];

    private static readonly SearchValues<char> Letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>
    /// True for what stands where a sender would, when it is such a word (<c>info</c>, <c>WARN</c>) or holds one in capitals
    /// (<c>production.ERROR</c>, <c>[main] INFO</c>).
    /// </summary>
    internal static bool IsLevel(ReadOnlySpan<char> sender)
    {
        sender = sender.Trim();
        foreach (var level in Levels)
        {
            if (sender.Equals(level, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        while (sender.IndexOfAny(Letters) is >= 0 and var start)
        {
            sender = sender[start..];
            var end = sender.IndexOfAnyExcept(Letters) is >= 0 and var found ? found : sender.Length;
            if (IsInCapitals(sender[..end]))
                return true;
            sender = sender[end..];
        }

        return false;
    }

    private static bool IsInCapitals(ReadOnlySpan<char> word)
    {
        foreach (var level in Levels)
        {
            if (word.SequenceEqual(level))
                return true;
        }

        return false;
    }
}
