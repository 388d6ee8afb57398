using Holdfast.Conversations.Dates;
using Holdfast.Conversations.Markup;

namespace Holdfast.Conversations.Formats.GoogleVoice;

/// <summary>One file of Google Voice: some texts with one person or group, or one call or voicemail.</summary>
internal sealed class VoiceFile(ExportFile file, ReadingOptions options, ProblemLog problems)
{
    private readonly List<Message> _messages = [];
    private readonly List<VoicePerson> _others = [];
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private string? _title;

    /// <summary>The records, in file order.</summary>
    internal IReadOnlyList<Message> Messages => _messages;

    /// <summary>Everybody but the owner.</summary>
    internal IReadOnlyList<VoicePerson> Others => _others;

    /// <summary>The name of the other side as the file says it: in a card, in its title, in its own name.</summary>
    internal string? OtherName => _others is [{ Name: { } name }] ? name : _others.Count > 0 ? null : _title;

    /// <summary>Reads the file.</summary>
    internal void Read()
    {
        foreach (var element in MarkupRecords.Each(file, options, problems, MarkupDialect.Html, IsRecord))
        {
            if (element.Name == "title")
                TakeTitle(element.Text);
            else if (element.HasClass("participants"))
                TakeParticipants(element);
            else if (element.HasClass("haudio"))
                TakeAudio(element);
            else
                TakeText(element);
        }

        if (_messages.Count == 0)
            problems.Report(ProblemKind.NoMessages);
    }

    private static bool IsRecord(MarkupTag tag) =>
        tag.Name == "title" || tag.Name == "div" && (tag.HasClass("message") || tag.HasClass("participants") || tag.HasClass("haudio"));

    // "Me to Mira", or the name alone.
    private void TakeTitle(string title)
    {
        const string Own = "Me to ";
        title = title.StartsWith(Own, StringComparison.Ordinal) ? title[Own.Length..] : title;
        _title = title.Length > 0 ? title : null;
    }

    private void TakeParticipants(MarkupElement element)
    {
        foreach (var card in element.Descendants().Where(e => e.HasClass("vcard")))
            Add(VoicePerson.Read(card, options));
    }

    private void TakeText(MarkupElement element)
    {
        var sender = element.First(e => e.HasClass("sender")) is { } card ? VoicePerson.Read(card, options) : null;
        Add(sender);
        var media = Files(element);
        var words = element.First(e => e.Name == "q");
        AddMessage(element, "dt", sender, media.Count > 0 ? MessageKind.Media : MessageKind.Text, words?.Text, media);
    }

    private void TakeAudio(MarkupElement element)
    {
        var other = element.First(e => e.HasClass("contributor")) is { } card ? VoicePerson.Read(card, options) : null;
        Add(other);
        var tags = element.Descendants().Where(e => e["rel"] == "tag").Select(e => e["href"] ?? "").ToList();
        var media = Files(element);
        var isPlaced = tags.Exists(t => t.EndsWith("#placed", StringComparison.Ordinal));
        var transcript = element.First(e => e.HasClass("full-text"))?.Text;
        // The heading above the card says what it was: "Received call from …".
        var heading = element.First(e => e.Name == "span" && e.HasClass("fn"))?.Text;
        var duration = element.First(e => e.HasClass("duration"))?.Text;
        var isVoice = media.Count > 0 || transcript is not null;
        var text = transcript is { Length: > 0 } ? transcript : duration is null ? heading : $"{heading} {duration}";
        var owner = new VoicePerson(options.Me.FirstOrDefault() ?? "Me", null, true);
        AddMessage(element, "published", isPlaced ? owner : other, isVoice ? MessageKind.Media : MessageKind.Call, text, media);
    }

    private void AddMessage(MarkupElement element, string timeClass, VoicePerson? from, MessageKind kind, string? text, List<string> media)
    {
        var at = MachineTime.Read(element.First(e => e.HasClass(timeClass))?["title"], isUtc: false);
        if (at.Knowledge == TimeKnowledge.None)
            problems.Report(ProblemKind.Damaged, element.Place);
        _messages.Add(new Message
        {
            At = at,
            From = from?.Shown,
            FromId = from?.Number,
            Kind = kind,
            Text = TextLimit.Apply(text, options, problems, element.Place),
            Media = media,
            File = file,
            Place = element.Place,
        });
    }

    // Pictures, sounds and videos; telephone numbers and labels are links too.
    private static List<string> Files(MarkupElement element)
    {
        var result = new List<string>();
        // A page stuffed with one address after the other must not be slow.
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in element.Descendants())
        {
            var address = part.Name is "img" or "audio" or "video" or "source" ? part["src"] : part.Name == "a" && !part.HasClass("tel") && part["rel"] != "tag" ? part["href"] : null;
            if (!string.IsNullOrEmpty(address) && !(part.Name == "a" && address.Contains("://", StringComparison.Ordinal)) && seen.Add(address))
                result.Add(address);
        }

        return result;
    }

    private void Add(VoicePerson? person)
    {
        if (person is { IsOwner: false, Shown: not null } && _known.Add(person.Number ?? person.Shown))
            _others.Add(person);
    }
}
