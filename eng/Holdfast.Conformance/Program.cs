// Measures Holdfast against a folder of real texts, exports and packs, and prints what passes and what does not.
// The results are reported, never tuned to line by line.
using Holdfast.Conformance;

if (args.Length is 0 or > 2 || !Directory.Exists(args[0]))
{
    Console.Error.WriteLine("usage: dotnet run --project eng/Holdfast.Conformance -- FOLDER [--details]");
    return 2;
}

var details = args.Contains("--details");
var folder = args[0];
Console.Out.Write("""
    # Conformance

    Made by `dotnet run -c Release --project eng/Holdfast.Conformance -- FOLDER`, over a folder of chat exports with
    expected results (`chats/`), labelled texts (`text/`) and reference packs (`evidence/`). The material is not part of
    this repository. Numbers are reported as they come; nothing is tuned to a single line of it.


    """);
if (Directory.Exists(Path.Combine(folder, "chats")))
{
    ChatConformance.Run(Path.Combine(folder, "chats"), details);
}

if (Directory.Exists(Path.Combine(folder, "text")))
{
    TextConformance.Run(Path.Combine(folder, "text"), details);
}

if (Directory.Exists(Path.Combine(folder, "evidence")))
{
    PackConformance.Run(Path.Combine(folder, "evidence"));
}

return 0;
