
namespace Holdfast.Bench.Exports;

/// <summary>A chat of WhatsApp, as <c>bench/run</c> measures it.</summary>
internal static class WhatsAppText
{
    internal static (string Name, byte[] Bytes)[] Write(int records)
    {
        using var held = new MemoryStream();
        using (var writer = new StreamWriter(held, leaveOpen: true) { NewLine = "\n" })
            ChatGenerator.Write(records, writer);
        return [("WhatsApp Chat with Sam Placeholder.txt", held.ToArray())];
    }
}
