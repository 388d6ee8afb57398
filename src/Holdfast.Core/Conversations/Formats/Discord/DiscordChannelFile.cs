using System.Globalization;
using Holdfast.Conversations.Json;
using Holdfast.Conversations.TextFiles;

namespace Holdfast.Conversations.Formats.Discord;

/// <summary>What a DiscordChatExporter file says before its messages: which channel it is, and which part of it.</summary>
/// <param name="File">The file.</param>
/// <param name="Id">The id of the channel.</param>
/// <param name="Name">Its name; in a chat of two that of the other person.</param>
/// <param name="Type">Its kind, such as <c>DirectTextChat</c>.</param>
/// <param name="Problems">The problems of the file, so that none is reported twice when it is opened again.</param>
internal sealed record DiscordChannelFile(ExportFile File, string? Id, string? Name, string? Type, ProblemLog Problems)
{
    /// <summary>Equal for the parts of one channel.</summary>
    internal string Key => Id ?? File.Name;

    /// <summary>True for a chat of two people.</summary>
    internal bool IsDirect => Type is "DirectTextChat" or "1";

    /// <summary>The number in "[part 2]"; 1 for a file that is whole.</summary>
    internal int Part => PartOf(File.FileName);

    /// <summary>Reads what stands beside the messages.</summary>
    internal static DiscordChannelFile Survey(ExportFile file, StructuredFile source, ProblemLog problems)
    {
        var ignored = false;
        var channel = JsonValue.Root(source)["channel"u8];
        return new DiscordChannelFile(
            file, channel["id"u8].GetScalar(ref ignored), channel["name"u8].GetString(ref ignored), channel["type"u8].GetScalar(ref ignored), problems);
    }

    /// <summary>The number that DiscordChatExporter puts into the names of the parts of one channel.</summary>
    internal static int PartOf(string fileName)
    {
        const string Mark = "[part ";
        var start = fileName.LastIndexOf(Mark, StringComparison.OrdinalIgnoreCase);
        var end = start < 0 ? -1 : fileName.IndexOf(']', start);
        return end > 0 && int.TryParse(fileName.AsSpan((start + Mark.Length)..end), NumberStyles.None, CultureInfo.InvariantCulture, out var part) ? part : 1;
    }

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => "channel file";
}
