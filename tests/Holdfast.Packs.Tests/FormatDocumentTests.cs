using System.Text;

namespace Holdfast.Packs.Tests;

/// <summary>docs/pack-format.md and the code say the same.</summary>
public sealed class FormatDocumentTests
{
    private static readonly string Document = File.ReadAllText(Path.Combine(FindRoot(), "docs", "pack-format.md"))
        .ReplaceLineEndings("\n");

    /// <summary>The pack of the worked example.</summary>
    internal static TestPack Example { get; } = TestPack.Make(b =>
    {
        var text = TestPack.Bytes("06/01/2025, 09:00 - example.user: pay\n");
        var chat = b.Add(PackSource.FromBytes("Chat with example.user.txt", "text/plain", text));
        b.Withhold(PackSource.FromBytes(null, "image/jpeg", TestPack.Picture), WithheldReason.MarkedIntimate);
        b.AddIdentifier(new IdentifierRow("phone", "+44 7700 900123", "+447700900123", chat.Number, "2025-01-06"));
        b.AddReport("report.txt", TestPack.Bytes($"Report on {b.Id}\n"));
    });

    [Theory]
    [InlineData("bagit.txt")]
    [InlineData("bag-info.txt")]
    [InlineData("manifest-sha256.txt")]
    [InlineData("tagmanifest-sha256.txt")]
    [InlineData("custody/custody.jsonl")]
    [InlineData("metadata/items.json")]
    [InlineData("metadata/identifiers.csv")]
    [InlineData("metadata/withheld-sha256.txt")]
    [InlineData("seal/signer.pem")]
    public void The_worked_example_is_what_the_code_makes(string path)
    {
        var text = Encoding.UTF8.GetString(Example.Files[path]).ReplaceLineEndings("\n");
        Assert.Contains($"```text\n{text}```\n", Document, StringComparison.Ordinal);
    }

    [Fact]
    public void The_slip_and_the_file_list_of_the_example_are_what_the_code_makes()
    {
        Assert.Contains($"```text\n{Example.Sealed.ToSlip().ToText()}```\n", Document, StringComparison.Ordinal);
        var list = string.Concat(Example.Files.Keys.Select(p => $"{Example.Sealed.Id}/{p}\n"));
        Assert.Contains($"```text\n{list}```\n", Document, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_layer_fault_reason_and_event_is_in_the_document()
    {
        var codes = Enum.GetValues<PackLayer>().Select(v => v.ToCode())
            .Concat(Enum.GetValues<LayerState>().Select(v => v.ToCode()))
            .Concat(Enum.GetValues<PackFault>().Select(v => v.ToCode()))
            .Concat(Enum.GetValues<NotAPackReason>().Select(v => v.ToCode()))
            .Concat(Enum.GetValues<WithheldReason>().Select(v => v.ToCode()))
            .Concat(Enum.GetValues<CustodyEvent>().Select(v => v.ToCode()));
        Assert.DoesNotContain(codes, c => !Document.Contains($"`{c}`", StringComparison.Ordinal));
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Holdfast.slnx")))
            folder = folder.Parent!;
        return folder.FullName;
    }
}
