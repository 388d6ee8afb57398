using System.Text;

namespace Holdfast.Cli;

/// <summary>
/// The voice of the command line. Answers go to standard output; errors, progress and hints go to standard error, calm,
/// each with a next step. Colour is used on a terminal only, and not when NO_COLOR is set.
/// </summary>
internal sealed class Terminal : IDisposable
{
    private readonly Stream _outStream = Console.OpenStandardOutput();
    private readonly bool _hasColour = !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("NO_COLOR") is null or "";

    public Terminal()
    {
        Out = new StreamWriter(_outStream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 64 * 1024) { NewLine = "\n" };
        Error = new StreamWriter(Console.OpenStandardError(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n", AutoFlush = true };
    }

    public TextWriter Out { get; }

    public TextWriter Error { get; }

    /// <summary>Standard output as bytes; text written to <see cref="Out"/> must be flushed first.</summary>
    public Stream OutStream => _outStream;

    /// <summary>True when a progress line can be shown and wiped again.</summary>
    public bool ShowsProgress => !Console.IsErrorRedirected;

    public string Strong(string text) => _hasColour ? $"\u001b[1m{text}\u001b[0m" : text;

    public string Quiet(string text) => _hasColour ? $"\u001b[2m{text}\u001b[0m" : text;

    /// <summary>Writes a paragraph, wrapped at 78 columns.</summary>
    public void Paragraph(string text, string indent = "", string? firstIndent = null)
    {
        var line = new StringBuilder(firstIndent ?? indent);
        var hasWord = false;
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (hasWord && line.Length + 1 + word.Length > 78)
            {
                Out.WriteLine(line);
                line.Clear().Append(indent);
                hasWord = false;
            }

            line.Append(hasWord ? " " : "").Append(word);
            hasWord = true;
        }

        Out.WriteLine(line);
    }

    /// <summary>Says what is wrong and what to do, in that order.</summary>
    public int Fail(int code, string what, string? nextStep = null)
    {
        Out.Flush();
        Error.WriteLine(what);
        if (nextStep is not null)
        {
            Error.WriteLine(nextStep);
        }

        return code;
    }

    public void Dispose()
    {
        Out.Flush();
        Out.Dispose();
        Error.Dispose();
    }
}

/// <summary>Characters of other people's text that must not act on the terminal.</summary>
internal static class SafeText
{
    /// <summary>One line: line ends become spaces; control characters, escapes and direction overrides become visible.</summary>
    public static string OneLine(string text, int most = 200)
    {
        var safe = new StringBuilder(Math.Min(text.Length, most) + 8);
        foreach (var c in text)
        {
            if (safe.Length >= most)
            {
                safe.Append('…');
                break;
            }

            safe.Append(c switch
            {
                '\n' or '\r' or '\t' or '\u2028' or '\u2029' => ' ',
                < ' ' or '\u007F' or (>= '\u0080' and <= '\u009F') => '\uFFFD',
                '\u202A' or '\u202B' or '\u202D' or '\u202E' or '\u2066' or '\u2067' or '\u2068' or '\u202C' or '\u2069' => '\uFFFD',
                _ => c,
            });
        }

        return safe.Length > 0 && char.IsHighSurrogate(safe[^1]) ? safe.ToString(0, safe.Length - 1) : safe.ToString();
    }

    /// <summary>Several lines, each indented.</summary>
    public static string Indented(string text, string indent) =>
        string.Join('\n' + indent, text.ReplaceLineEndings("\n").Split('\n').Select(line => OneLine(line, int.MaxValue)));
}
