using System.Text;
using Holdfast.Conversations.Json;
using Holdfast.Conversations.TextFiles;

namespace Holdfast.Conversations.Formats.Twitter;

/// <summary>
/// One file of an X archive: a line of script that gives a name to a JSON value, such as
/// <c>window.YTD.direct_messages.part0 = [...]</c>.
/// </summary>
/// <param name="file">The file.</param>
/// <param name="source">Its bytes.</param>
/// <param name="problems">Receives what is broken in it.</param>
internal sealed class TwitterFile(ExportFile file, StructuredFile source, ProblemLog problems)
{
    /// <summary>How the files with data begin.</summary>
    internal const string DataStart = "window.YTD.";

    /// <summary>How the table of contents begins.</summary>
    internal const string ManifestStart = "window.__THAR_CONFIG";

    // The names are short; an equals sign further on belongs to the data.
    private const int LongestName = 200;

    internal ExportFile File => file;

    internal StructuredFile Source => source;

    internal ProblemLog Problems => problems;

    /// <summary>What the file calls its data, such as <c>direct_messages</c>; empty when it does not say.</summary>
    internal string Name { get; } = NameOf(source);

    /// <summary>The data.</summary>
    internal JsonValue Root { get; } = RootOf(source);

    /// <summary>The number of the account, where the file is about the account itself.</summary>
    internal string? AccountId()
    {
        var ignored = false;
        if (Name.Length == 0)
            return Root["userInfo"u8]["accountId"u8].GetScalar(ref ignored);
        if (Name != "account")
            return null;
        var items = Root.Items;
        return items.MoveNext() ? items.Value["account"u8]["accountId"u8].GetScalar(ref ignored) : null;
    }

    private static string NameOf(StructuredFile source)
    {
        var head = Head(source);
        if (!head.StartsWith(Encoding.UTF8.GetBytes(DataStart)))
            return "";
        head = head[DataStart.Length..];
        var end = head.IndexOfAny(".= "u8);
        return end < 0 ? "" : Encoding.UTF8.GetString(head[..end]);
    }

    private static JsonValue RootOf(StructuredFile source)
    {
        var head = Head(source);
        var equals = head.IndexOf((byte)'=');
        var skipped = source.Bytes.Length - source.Start - Tail(source).Length;
        var start = JsonScanner.SkipSpace(source.Bytes, source.Start + skipped + equals + 1, source.Bytes.Length);
        return new JsonValue(source.Bytes, start, source.Bytes.Length, complete: true);
    }

    private static ReadOnlySpan<byte> Head(StructuredFile source) => Tail(source) is var tail && tail.Length > LongestName ? tail[..LongestName] : tail;

    private static ReadOnlySpan<byte> Tail(StructuredFile source)
    {
        var start = JsonScanner.SkipSpace(source.Bytes, source.Start, source.Bytes.Length);
        return source.Bytes.AsSpan(start);
    }
}
