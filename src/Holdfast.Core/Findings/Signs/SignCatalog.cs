namespace Holdfast.Findings.Signs;

/// <summary>All signs and word lists, as they stand in <c>content/signs</c>.</summary>
public sealed class SignCatalog
{
    private const string Folder = "signs/";

    private SignCatalog(IReadOnlyList<Sign> signs, IReadOnlyDictionary<(string Language, string Name), IReadOnlyList<string>> lists)
    {
        Signs = signs;
        Lists = lists;
    }

    /// <summary>The signs, in order of their names.</summary>
    public IReadOnlyList<Sign> Signs { get; }

    /// <summary>The word lists that phrases refer to as <c>@name</c>, each in its language.</summary>
    public IReadOnlyDictionary<(string Language, string Name), IReadOnlyList<string>> Lists { get; }

    /// <summary>The catalogue that is compiled into the library.</summary>
    public static SignCatalog Default { get; } = Load();

    private static SignCatalog Load()
    {
        var signs = new List<Sign>();
        var lists = new Dictionary<(string Language, string Name), List<string>>();
        foreach (var path in Content.List(Folder))
        {
            var name = path[Folder.Length..];
            if (name.StartsWith("lists/", StringComparison.Ordinal))
            {
                AddLists(lists, name["lists/".Length..^".md".Length], Content.ReadText(path));
            }
            else if (name.EndsWith(".md", StringComparison.Ordinal) && name != "README.md")
            {
                signs.Add(SignFile.Parse(name[..^3], Content.ReadText(path)));
            }
        }

        return new SignCatalog(
            signs,
            lists.ToDictionary(pair => pair.Key, pair => (IReadOnlyList<string>)pair.Value));
    }

    private static void AddLists(Dictionary<(string Language, string Name), List<string>> lists, string language, string text)
    {
        List<string>? current = null;
        foreach (var raw in text.Split('\n'))
        {
            var line = raw.Trim();
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                var name = line[3..].Trim();
                if (!lists.TryGetValue((language, name), out current))
                {
                    lists.Add((language, name), current = []);
                }
            }
            else if (line.StartsWith("- ", StringComparison.Ordinal))
            {
                current?.Add(line[2..].Trim());
            }
        }
    }
}
