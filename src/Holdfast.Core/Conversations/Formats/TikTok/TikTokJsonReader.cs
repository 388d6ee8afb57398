using Holdfast.Conversations.TextFiles;

namespace Holdfast.Conversations.Formats.TikTok;

/// <summary>
/// Reads the JSON form of TikTok's "Download your data", one large file: direct messages and group chats, followers,
/// accounts that are followed or blocked. Its times are UTC without saying so.
/// </summary>
internal sealed class TikTokJsonReader : IExportReader
{
    internal const string FormatName = "tiktok-json";

    // The file is large and the chats stand far behind its beginning: any two of the lists of a TikTok account tell.
    private static readonly string[] Lists =
    [
        "\"FansList\"", "\"FavoriteVideoList\"", "\"FavoriteSoundList\"", "\"FavoriteHashtagList\"", "\"FavoriteEffectsList\"", "\"Favorite Effects\"",
        "\"ItemFavoriteList\"", "\"VideoBrowsingHistory\"", "\"Video Browsing History\"", "\"Like List\"", "\"Follower List\"", "\"Following List\"",
        "\"LoginHistoryList\"", "\"ShareHistoryList\"", "\"SearchList\"", "\"BlockList\"", "\"ChatHistory\"", "\"GroupChat\"", "\"ProfileMap\"",
        "\"Tiktok Live\"", "\"TikTok Live\"", "\"TikTok Shop\"", "\"Tiktok Shopping\"", "\"OffTikTokActivityDataList\"", "\"Watch Live History\"",
        "\"Profile And Settings\"", "\"Likes and Favorites\"", "\"Income Plus Wallet\"",
    ];

    /// <inheritdoc/>
    public string Format => FormatName;

    /// <inheritdoc/>
    public bool Recognises(ExportHead head)
    {
        var text = head.Text;
        if (text is null || !text.AsSpan().TrimStart().StartsWith('{'))
            return false;
        if (Has("\"Chat History with "))
            return true;
        return Lists.Count(Has) >= 2;

        bool Has(string name) => text.Contains(name, StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public void Read(IReadOnlyList<ExportFile> files, ReadingOptions options, IConversationSink sink)
    {
        foreach (var file in files)
        {
            var problems = new ProblemLog(sink, file.Name);
            if (StructuredFile.Load(file, options, problems) is { } source)
                new TikTokFile(file, source, options, sink, problems).Read();
            problems.Complete();
        }
    }
}
