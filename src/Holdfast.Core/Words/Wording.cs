using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Holdfast.Words;

/// <summary>Every sentence that a person reads, in one language. The sentences stand in <c>content/words</c>.</summary>
public sealed class Wording
{
    private const string Folder = "words/";

    private static readonly Lazy<Wording> s_english = new(() => new Wording("en"));

    private static readonly Lazy<Wording> s_italian = new(() => new Wording("it"));

    private readonly Dictionary<string, string> _sentences;

    private Wording(string language)
    {
        Language = language;
        _sentences = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in new[] { $"{language}.json", $"report-{language}.json" })
        {
            foreach (var (key, sentence) in JsonSerializer.Deserialize(Content.Read(Folder + file), WordsJson.Default.DictionaryStringString)!)
            {
                _sentences.Add(key, sentence);
            }
        }
    }

    /// <summary>The languages that Holdfast speaks (ISO 639-1), English first.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["en", "it"];

    /// <summary>ISO 639-1 code of the language.</summary>
    public string Language { get; }

    /// <summary>The names of all sentences.</summary>
    public IReadOnlyCollection<string> Keys => _sentences.Keys;

    /// <summary>The sentences of a language; English when Holdfast does not speak it.</summary>
    /// <param name="language">A language or locale such as <c>it</c>, <c>it-CH</c> or <c>it_IT.UTF-8</c>.</param>
    public static Wording For(string? language) => IsItalian(language) ? s_italian.Value : s_english.Value;

    /// <summary>Tells whether a sentence of this name exists, here or in English.</summary>
    /// <param name="key">Its name, such as <c>verdict.blackmail</c>.</param>
    public bool Has(string key) => Find(key) is not null;

    /// <summary>The sentence of this name; the English one where it is missing, the name itself where that is missing too.</summary>
    /// <param name="key">Its name, such as <c>verdict.blackmail</c>.</param>
    public string Get(string key) => Find(key) ?? key;

    /// <summary>The sentence of this name with its places filled in.</summary>
    /// <param name="key">Its name.</param>
    /// <param name="values">What stands for {0}, {1} and so on; numbers are written the same on every machine.</param>
    public string Get(string key, params ReadOnlySpan<object?> values) =>
        string.Format(CultureInfo.InvariantCulture, Get(key), values);

    /// <summary>The sentence for a value, such as <c>problem.no-messages</c> for <c>ProblemKind.NoMessages</c>.</summary>
    /// <param name="group">The first part of the name, such as <c>problem</c>.</param>
    /// <param name="value">The value; its name is written in lower case with hyphens.</param>
    public string GetFor<TValue>(string group, TValue value)
        where TValue : struct, Enum => Get($"{group}.{Hyphenated(value.ToString())}");

    /// <summary>Says which language this is.</summary>
    public override string ToString() => $"words ({Language})";

    /// <summary>A member name as it stands in a key: <c>NoMessages</c> becomes <c>no-messages</c>.</summary>
    internal static string Hyphenated(string member)
    {
        var name = new StringBuilder(member.Length + 4);
        foreach (var letter in member)
        {
            if (char.IsAsciiLetterUpper(letter) && name.Length > 0)
                name.Append('-');
            name.Append(char.ToLowerInvariant(letter));
        }

        return name.ToString();
    }

    private static bool IsItalian(string? language) => language is { Length: >= 2 }
        && language.StartsWith("it", StringComparison.OrdinalIgnoreCase)
        && (language.Length == 2 || language[2] is '-' or '_');

    private string? Find(string key) => _sentences.GetValueOrDefault(key) ?? s_english.Value._sentences.GetValueOrDefault(key);
}
