using System.Globalization;

namespace Holdfast.Findings.Signs;

/// <summary>Reads a sign from its Markdown file; the form is told in <c>content/signs/README.md</c>.</summary>
internal static class SignFile
{
    /// <exception cref="FormatException">The file breaks the form; the message names file and line.</exception>
    public static Sign Parse(string id, string text)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal);
        var why = new Dictionary<string, string>(StringComparer.Ordinal);
        var phrases = new List<SignPhrase>();
        var examples = new List<SignExample>();
        var (section, language) = ("", "");
        var number = 0;
        foreach (var raw in text.Split('\n'))
        {
            number++;
            var line = raw.Trim();
            if (line.StartsWith("### ", StringComparison.Ordinal))
            {
                language = line[4..].Trim();
            }
            else if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                (section, language) = (line[3..].Trim(), "");
            }
            else if (line.StartsWith("- ", StringComparison.Ordinal))
            {
                AddEntry(line[2..].Trim());
            }
            else if (line.Length > 0 && section == "Why it matters")
            {
                why[language] = why.TryGetValue(language, out var before) ? before + " " + line : line;
            }
        }

        var weight = Number(settings.GetValueOrDefault("weight", "1"), 1);
        return new Sign(
            id,
            settings.GetValueOrDefault("stage", "none"),
            settings.GetValueOrDefault("counts-for", "other") switch
            {
                "owner" => CountsFor.Owner,
                "any" => CountsFor.Any,
                "other" => CountsFor.Other,
                _ => throw Broken("counts-for is other, owner or any"),
            },
            weight,
            why,
            [.. phrases.Select(phrase => phrase.Weight > 0 ? phrase : phrase with { Weight = weight })],
            examples);

        void AddEntry(string entry)
        {
            switch (section)
            {
                case "" when entry.Split(':', 2) is [var key, var value]:
                    settings[key.Trim()] = WithoutRemark(value);
                    break;
                case "Phrases":
                    var own = 0.0;
                    if (entry.StartsWith("weight ", StringComparison.Ordinal) && entry.IndexOf(':') is var colon and > 0)
                    {
                        own = Number(entry[7..colon], number);
                        entry = entry[(colon + 1)..].Trim();
                    }

                    phrases.Add(new SignPhrase(language, entry, own, number));
                    break;
                case "Must match" or "Must not match":
                    examples.Add(new SignExample(language, Unquote(entry), section == "Must match", number));
                    break;
                default:
                    break;
            }
        }

        double Number(string value, int line) =>
            double.TryParse(value.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed) && parsed is > 0 and <= 5
                ? parsed
                : throw Broken($"line {line}: a weight is a number above 0 and up to 5");

        FormatException Broken(string why) => new($"content/signs/{id}.md: {why}");
    }

    private static string WithoutRemark(string value) =>
        (value.IndexOf('(') is var bracket and >= 0 ? value[..bracket] : value).Trim();

    private static string Unquote(string entry) =>
        entry.Length >= 2 && entry[0] == '"' && entry[^1] == '"' ? entry[1..^1].Replace("\\n", "\n", StringComparison.Ordinal) : entry;
}
