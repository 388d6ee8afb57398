namespace Holdfast.Conversations.Merging;

/// <summary>Makes the keys of records; remembers the numbers of names, since few people write many messages.</summary>
internal sealed class RecordKeys
{
    private const int MostNames = 10_000;
    private readonly Dictionary<string, uint> _names = new(StringComparer.Ordinal);

    /// <summary>The key of a record.</summary>
    internal RecordKey Of(Message message) => new(
        message.Id is { Length: > 0 } id ? IdOf(id) : 0,
        BodyOf(message),
        SenderOf(message.From ?? message.FromId),
        message.At,
        message.Reactions.Count + message.Earlier.Count + (message.EditedAt.Knowledge == TimeKnowledge.None ? 0 : 1)
            + (message.Quoted is null ? 0 : 1) + (message.ReplyTo is null ? 0 : 1),
        message.Kind == MessageKind.Media,
        message.Media.Count > 0);

    /// <summary>The number of a name; 0 when there is none.</summary>
    internal uint SenderOf(string? name)
    {
        if (string.IsNullOrEmpty(name))
            return 0;
        if (_names.TryGetValue(name, out var known))
            return known;
        var number = (uint)(BodyHash.Of(name) >> 32) | 1;
        if (_names.Count < MostNames)
            _names.Add(name, number);
        return number;
    }

    private static ulong BodyOf(Message message)
    {
        var body = message.Text is { } text ? BodyHash.Of(text) : 0;
        if (message.Subject is { Length: > 0 } subject)
            body = BodyHash.Join(body, BodyHash.Of(subject));
        if (body != 0)
            return body;
        // Without words, the names of the files tell; their folders differ from one export to the next.
        foreach (var name in message.Media)
            body = BodyHash.Join(body, BodyHash.Of(name[(name.LastIndexOf('/') + 1)..]));
        return body != 0 ? body : (ulong)message.Kind + 2;
    }

    // Telegram's pages write "message123" where its JSON has 123.
    private static ulong IdOf(string id) =>
        BodyHash.Of(id.StartsWith("message", StringComparison.Ordinal) && id.Length > 7 ? id[7..] : id);
}
