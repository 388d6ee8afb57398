namespace Holdfast.Conversations.Merging;

/// <summary>
/// Finds what one conversation holds twice because its reader put two downloads of one account together. Records of one
/// download are never compared with each other.
/// </summary>
internal static class RepeatedRecords
{
    /// <summary>Downloads of one account that are compared; nobody asks for more.</summary>
    private const int MostDownloads = 16;

    /// <summary>Leaves each record to one of the downloads.</summary>
    /// <param name="whole">The conversation.</param>
    /// <param name="fileOf">For every record the index of its file.</param>
    /// <param name="files">The files of the conversation.</param>
    /// <param name="keys">Makes the numbers of names.</param>
    internal static void Drop(SurveyedConversation whole, IReadOnlyList<int> fileOf, IReadOnlyList<ExportFile> files, RecordKeys keys)
    {
        if (!whole.IsComparable || Downloads(files) is not { } downloads)
            return;
        var parts = Enumerable.Range(0, whole.Records.Length).GroupBy(index => downloads[fileOf[index]]).OrderBy(part => part.Key)
            .Take(MostDownloads).Select(part => part.ToArray()).ToList();
        var conversations = parts.ConvertAll(part => new SurveyedConversation(
            whole.Run, whole.Sequence, whole.Header, whole.Footer, Array.ConvertAll(part, index => whole.Records[index]), [], keys));
        for (var i = 0; i < parts.Count; i++)
        {
            for (var j = i + 1; j < parts.Count; j++)
            {
                foreach (var (first, second) in RecordMatcher.Match(conversations[i], conversations[j], [0]))
                    Leave(whole, parts[i][first], parts[j][second]);
            }
        }
    }

    private static void Leave(SurveyedConversation whole, int first, int second)
    {
        if (whole.IsDropped(first) || whole.IsDropped(second))
            return;
        whole.Drop(whole.Records[second].Richness > whole.Records[first].Richness ? first : second);
    }

    /// <summary>
    /// The download that each file belongs to, or null when all may be of one: a file name that comes twice, in two folders
    /// or archives or in two folders that were given one after the other, shows two.
    /// </summary>
    private static int[]? Downloads(IReadOnlyList<ExportFile> files)
    {
        var seen = new Dictionary<(ExportFile?, string), int>();
        var places = new Dictionary<(ExportFile?, string, int), int>();
        var downloads = new int[files.Count];
        for (var i = 0; i < files.Count; i++)
        {
            var file = files[i];
            var times = seen[(file.Container, file.Name)] = seen.GetValueOrDefault((file.Container, file.Name)) + 1;
            var place = (file.Container, file.Folder, times);
            places.TryAdd(place, places.Count);
            downloads[i] = places[place];
        }

        var isRepeated = places.Count > 1 && files.GroupBy(file => file.FileName, StringComparer.Ordinal).Any(group => group.Skip(1).Any());
        return isRepeated ? downloads : null;
    }
}
