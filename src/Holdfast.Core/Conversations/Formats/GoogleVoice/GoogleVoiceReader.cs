namespace Holdfast.Conversations.Formats.GoogleVoice;

/// <summary>
/// Reads Google Voice out of Google Takeout: an HTML file for every stretch of texts, every call and every voicemail. What was
/// exchanged with one number, or with one group, is one conversation.
/// </summary>
internal sealed class GoogleVoiceReader : IExportReader
{
    /// <inheritdoc/>
    public string Format => "google-voice";

    /// <inheritdoc/>
    public bool Recognises(ExportHead head)
    {
        var text = head.Text;
        return text is not null && text.Contains('<', StringComparison.Ordinal)
            && (Has("class=\"hChatLog") || Has("class='hChatLog") || Has("\"haudio\"") && (Has("contributor vcard") || Has("google.com/voice")));

        bool Has(string name) => text.Contains(name, StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public void Read(IReadOnlyList<ExportFile> files, ReadingOptions options, IConversationSink sink)
    {
        var read = new List<VoiceFile>();
        foreach (var file in files)
        {
            var problems = new ProblemLog(sink, file.Name);
            var voice = new VoiceFile(file, options, problems);
            voice.Read();
            problems.Complete();
            read.Add(voice);
        }

        // A file with the owner's texts only names the other side; its number stands in other files.
        var numbers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var person in read.SelectMany(f => f.Others))
        {
            if (person is { Name: { } name, Number: { } number })
                numbers.TryAdd(name, number);
        }

        var owner = options.Me.FirstOrDefault() ?? "Me";
        foreach (var chat in read.GroupBy(f => Key(f, numbers), StringComparer.Ordinal))
        {
            var first = chat.First();
            var conversation = new GatheredConversation(Format)
            {
                Id = chat.Key.Contains('\n', StringComparison.Ordinal) || chat.Key.Length == 0 ? null : chat.Key,
                Title = chat.Select(f => f.OtherName).FirstOrDefault(n => n is not null) ?? Names(first),
                Owner = owner,
                OwnerConfidence = 1,
            };
            foreach (var other in chat.SelectMany(f => f.Others))
                conversation.Names.Add(other.Shown);
            foreach (var message in chat.SelectMany(f => f.Messages))
                conversation.Add(message);
            conversation.HandOn(options, sink);
        }
    }

    private static string Key(VoiceFile file, Dictionary<string, string> numbers) => file.Others.Count switch
    {
        0 => file.OtherName is { } name ? numbers.GetValueOrDefault(name, name) : "",
        1 => file.Others[0].Number ?? file.Others[0].Name!,
        _ => string.Join('\n', file.Others.Select(o => o.Number ?? o.Name!).Order(StringComparer.Ordinal)),
    };

    private static string? Names(VoiceFile file) => file.Others.Count > 0 ? string.Join(", ", file.Others.Select(o => o.Shown)) : null;
}
