namespace Holdfast.Conversations.Formats.Discord;

/// <summary>
/// What DiscordChatExporter's default file name says: <c>Guild - Category - channel [123] [part 2].csv</c>. Only a hint: it
/// names conversations whose files say nothing themselves, and is never needed to recognise one.
/// </summary>
/// <param name="Id">The id of the channel.</param>
/// <param name="Channel">Its name.</param>
/// <param name="IsDirect">True for a chat of two.</param>
/// <param name="Key">Equal for the parts of one channel.</param>
internal sealed record DiscordFileName(string? Id, string? Channel, bool IsDirect, string Key)
{
    /// <summary>Takes the name of a file apart.</summary>
    internal static DiscordFileName Of(ExportFile file)
    {
        var name = file.FileName;
        name = name.LastIndexOf('.') is var dot and > 0 ? name[..dot] : name;
        if (name.LastIndexOf("[part ", StringComparison.OrdinalIgnoreCase) is var part and > 0)
            name = name[..part].TrimEnd();
        string? id = null;
        // "(after 2024-01-01)" may stand behind the id.
        if (name.IndexOf(" [", StringComparison.Ordinal) is var open and > 0 && name.IndexOf(']', open) is var close and > 0
            && Snowflake.Is(name.AsSpan((open + 2)..close)))
            id = name[(open + 2)..close];
        var words = name.LastIndexOf(" [", StringComparison.Ordinal) is var end and > 0 ? name[..end] : name;
        var pieces = words.Split(" - ");
        var channel = pieces.Length > 1 ? pieces[^1] : null;
        return new DiscordFileName(id, channel, words.StartsWith("Direct Messages - ", StringComparison.Ordinal), id ?? $"{file.Folder}/{name}");
    }

    /// <summary>Says what this is, never what it holds.</summary>
    public override string ToString() => "file name";
}
