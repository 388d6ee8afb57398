using System.Reflection;
using System.Text.RegularExpressions;

namespace Holdfast.Core.Tests;

/// <summary>The data flows one way: a folder of Core names itself and earlier ones only. And nothing reaches out.</summary>
public sealed partial class StageOrderTests
{
    private static readonly string[] Stages = ["Conversations", "Findings", "Guidance", "Preservation", "Reports"];

    private static string Core => Path.Combine(Path.GetDirectoryName(TestFolder.Root)!, "src", "Holdfast.Core");

    public static TheoryData<string, string[]> Folders() => new()
    {
        { "Conversations", ["Findings", "Guidance", "Preservation", "Reports", "Words"] },
        { "Findings", ["Guidance", "Preservation", "Reports", "Words"] },
        { "Guidance", ["Preservation", "Reports"] },
        { "Preservation", ["Guidance", "Reports", "Words"] },
        { "Reports", ["Words"] },
        { "Words", ["Conversations", "Findings", "Guidance", "Preservation", "Reports"] },
    };

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_folder_names_no_later_one(string folder, string[] later)
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Core, folder), "*.cs", SearchOption.AllDirectories))
        {
            var code = CommentsAndText().Replace(File.ReadAllText(file), "\"\"");
            foreach (Match name in QualifiedName().Matches(code))
                Assert.False(later.Contains(name.Groups["folder"].Value), $"{Path.GetRelativePath(Core, file)} names {name.Value}");
        }
    }

    [Fact]
    public void Every_folder_has_its_place_in_the_order()
    {
        var folders = Directory.EnumerateDirectories(Core).Select(folder => Path.GetFileName(folder)!).Where(name => name is not ("bin" or "obj"));
        Assert.Equal([.. Stages, "Words"], folders.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("using Holdfast.Reports;\n", "Reports")]
    [InlineData("var x = Holdfast.Findings.Verdict.Bluff;", "Findings")]
    [InlineData("Guidance.Plan plan;", "Guidance")]
    [InlineData("using Holdfast.Words;\n", "Words")]
    [InlineData("Words.Contains(x)", null)]
    [InlineData("// using Holdfast.Reports;\n/* Reports.X */ var s = \"Reports.X\"; sink.Reports.Add(x);", null)]
    public void The_search_sees_names_and_no_comments(string code, string? name) =>
        Assert.Equal(name, QualifiedName().Matches(CommentsAndText().Replace(code, "\"\"")).Select(match => match.Groups["folder"].Value).FirstOrDefault());

    [Theory]
    [InlineData("Holdfast.Core")]
    [InlineData("Holdfast.Packs")]
    public void Core_and_packs_reference_nothing_that_can_open_a_connection(string assembly)
    {
        var references = Assembly.Load(assembly).GetReferencedAssemblies().Select(reference => reference.Name!).ToList();
        Assert.Contains("System.Runtime", references);
        Assert.DoesNotContain(references, name => name.StartsWith("System.Net", StringComparison.Ordinal));
    }

    // Comments, and strings of all kinds that the sources use; interpolations are rare enough to go with them.
    [GeneratedRegex("""//[^\n]*|/\*.*?\*/|["]{3}.*?["]{3}|["](?:[^"\\\n]|\\.)*["]""", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex CommentsAndText();

    [GeneratedRegex(@"(?<![\w.])(?:global::)?(?:(?:Holdfast\.)?(?<folder>Conversations|Findings|Guidance|Preservation|Reports)|Holdfast\.(?<folder>Words))(?=[.;])", RegexOptions.CultureInvariant)]
    private static partial Regex QualifiedName();
}
