namespace Holdfast.Conversations.Screenshots;

/// <summary>
/// Reads screenshots of chats: who said what, in which order, and when, as far as the pictures show it. Pictures of one
/// chat are joined where they overlap. Every message says that it was read from a picture, where, and how surely.
/// Pictures inside messages are noted and never kept.
/// </summary>
public static class ScreenshotReader
{
    /// <summary>Stable name of the format.</summary>
    public const string Format = "screenshot";

    /// <summary>Reads pictures that the person named as screenshots. One is in memory at a time.</summary>
    /// <param name="pictures">The files, in the order given.</param>
    /// <param name="decoder">Turns bytes into pixels.</param>
    /// <param name="recogniser">Reads letters.</param>
    /// <param name="options">What the person said, and limits.</param>
    /// <param name="sink">Receives conversations, and a problem for every picture that was not read.</param>
    /// <param name="repair">Puts right misread values that carry a checksum; without it they stay as they were read.</param>
    /// <exception cref="ArgumentNullException">An argument other than <paramref name="repair"/> is null.</exception>
    public static void Read(
        IReadOnlyList<ExportFile> pictures, IPictureDecoder decoder, ITextRecogniser recogniser, ReadingOptions options, IConversationSink sink,
        ITextRepair? repair = null)
    {
        ArgumentNullException.ThrowIfNull(pictures);
        ArgumentNullException.ThrowIfNull(decoder);
        ArgumentNullException.ThrowIfNull(recogniser);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(sink);
        var reader = new PageReader(recogniser, options);
        var pages = new List<ChatPage>();
        foreach (var picture in pictures)
        {
            var problems = new ProblemLog(sink, picture.Name);
            if (ReadOne(picture, decoder, reader, options, problems) is { } page)
                pages.Add(page);
        }

        foreach (var chat in ChatPages.Sort(pages))
            new ScreenshotConversation(chat, options, sink, repair).Write();
    }

    private static ChatPage? ReadOne(ExportFile picture, IPictureDecoder decoder, PageReader reader, ReadingOptions options, ProblemLog problems)
    {
        try
        {
            var bytes = Bytes(picture, options.MaxStructuredFileBytes);
            if (bytes is null || decoder.Decode(bytes) is not { } pixels)
            {
                problems.Report(bytes is null ? ProblemKind.PictureTooLarge : decoder.WhyNot(bytes));
                return null;
            }

            var page = reader.Read(picture, bytes.LongLength, pixels);
            if (page is null)
                problems.Report(ProblemKind.NoTextInPicture);
            return page;
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            problems.Report(ProblemKind.CannotOpen);
            return null;
        }
    }

    private static byte[]? Bytes(ExportFile picture, int most)
    {
        using var stream = picture.Open();
        using var copy = new MemoryStream();
        var block = new byte[64 * 1024];
        for (int read; (read = stream.Read(block, 0, block.Length)) > 0;)
        {
            if (copy.Length + read > most)
                return null;
            copy.Write(block, 0, read);
        }

        return copy.ToArray();
    }
}
