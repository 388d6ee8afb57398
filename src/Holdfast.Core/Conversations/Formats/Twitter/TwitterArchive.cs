using Holdfast.Conversations.Json;

namespace Holdfast.Conversations.Formats.Twitter;

/// <summary>Gathers the conversations and lists of one X account from its files.</summary>
/// <param name="account">The number of the account, where a file states it.</param>
/// <param name="options">What the person said, and limits.</param>
/// <param name="sink">Receives what is read.</param>
internal sealed class TwitterArchive(string? account, ReadingOptions options, IConversationSink sink)
{
    private readonly Dictionary<string, TwitterThread> _threads = new(StringComparer.Ordinal);
    private readonly List<TwitterThread> _order = [];

    /// <summary>Takes in one file and returns how many records it holds.</summary>
    internal long Read(TwitterFile file)
    {
        var walk = new JsonRecords(file.Source, file.Problems);
        var records = 0L;
        foreach (var item in walk.In(file.Root))
        {
            if (item["dmConversation"u8] is { Kind: JsonKind.Object } conversation)
                records += ReadConversation(conversation, file, walk);
            else if (ReadContact(item, file, walk.Place(item)))
                records++;
            else
                file.Problems.Report(ProblemKind.UnreadableBody, walk.Place(item));
        }

        return records;
    }

    /// <summary>Pushes the conversations to the sink.</summary>
    internal void HandOn()
    {
        var owner = Owner();
        foreach (var thread in _order)
            thread.HandOn(owner, options, sink);
    }

    private long ReadConversation(JsonValue conversation, TwitterFile file, JsonRecords walk)
    {
        var damaged = false;
        var records = 0L;
        var thread = Thread(conversation["conversationId"u8].GetScalar(ref damaged));
        foreach (var item in walk.In(conversation["messages"u8]))
        {
            records++;
            var reader = new TwitterMessage(file, options, thread.People);
            var message = reader.Read(item);
            // The file is newest first.
            thread.Title ??= reader.Title;
            if (!thread.Add(message))
                file.Problems.Report(ProblemKind.Duplicate, walk.Place(item));
        }

        return records;
    }

    private bool ReadContact(JsonValue item, TwitterFile file, RecordPlace place)
    {
        var damaged = false;
        var members = item.Members;
        if (!members.MoveNext() || Relation(JsonText.Decode(members.Name, ref damaged)) is not { } relation)
            return false;
        var value = members.Value;
        sink.Add(new Contact
        {
            Format = TwitterReader.FormatName,
            Relation = relation,
            Id = value["accountId"u8].GetScalar(ref damaged) ?? First(value["phoneNumbers"u8]) ?? First(value["emails"u8])
                ?? value["id"u8].GetScalar(ref damaged),
            Link = value["userLink"u8].GetString(ref damaged),
            File = file.File,
            Place = place,
        });
        return true;
    }

    private static string? First(JsonValue list)
    {
        var ignored = false;
        var items = list.Items;
        return items.MoveNext() ? items.Value.GetScalar(ref ignored) : null;
    }

    private static ContactRelation? Relation(string name) => name switch
    {
        "follower" => ContactRelation.Follower,
        "following" => ContactRelation.Following,
        "blocking" => ContactRelation.Blocked,
        "muting" => ContactRelation.Restricted,
        "contact" => ContactRelation.AddressBook,
        _ => null,
    };

    private TwitterThread Thread(string? id)
    {
        if (!_threads.TryGetValue(id ?? "", out var thread))
        {
            _threads.Add(id ?? "", thread = new TwitterThread(id));
            _order.Add(thread);
        }

        return thread;
    }

    // Without the account file, the one who is in all conversations.
    private (string? Id, double Confidence) Owner() =>
        account is not null ? (account, 1)
        : ChatOwner.CommonTo([.. _order.Select(thread => thread.People.All)]) is { } common ? (common, ChatOwner.FromAllChats)
        : (null, 0);
}
