using Holdfast.Conversations.Dates;
using Holdfast.Conversations.Json;
using Holdfast.Conversations.TextFiles;

namespace Holdfast.Conversations.Formats.Meta;

/// <summary>
/// Reads one JSON file with lists of accounts, in the shapes of Instagram (<c>string_list_data</c>; before 2020 an object of
/// names and times) and of Facebook (<c>name</c> and <c>timestamp</c>).
/// </summary>
internal sealed class MetaListFile(ExportFile file, StructuredFile source, IConversationSink sink, ProblemLog problems)
{
    private readonly JsonRecords _walk = new(source, problems);
    private bool _damaged;
    private string _format = MetaListReader.Instagram;

    /// <summary>Hands on every entry and returns how many there are.</summary>
    internal long Read()
    {
        var root = JsonValue.Root(source);
        var entries = 0L;
        if (root.Kind == JsonKind.Array)
            // The followers come without a key; which list it is shows in the name of the file.
            entries = ReadList(root, ListNames.Relation(file.FileName) ?? ContactRelation.Follower);
        foreach (var (name, value) in _walk.Of(root))
            entries += ReadMember(name, value);
        if (_damaged)
            problems.ReportOnce(ProblemKind.InvalidEncoding);
        return entries;
    }

    private long ReadMember(string name, JsonValue value)
    {
        if (value.Kind is not (JsonKind.Array or JsonKind.Object))
            return 0;
        if (ListNames.Relation(name) is not { } relation)
        {
            problems.Report(ProblemKind.UnreadableBody, _walk.Place(value));
            return 0;
        }

        // Facebook numbers the versions of its lists.
        _format = name.LastIndexOf("_v", StringComparison.Ordinal) is var v and >= 0 && v + 3 == name.Length ? MetaListReader.Facebook : MetaListReader.Instagram;
        return value.Kind == JsonKind.Array ? ReadList(value, relation) : ReadNames(value, relation);
    }

    private long ReadList(JsonValue list, ContactRelation relation)
    {
        var entries = 0L;
        foreach (var item in _walk.In(list))
        {
            entries++;
            Add(item, relation);
        }

        return entries;
    }

    private long ReadNames(JsonValue names, ContactRelation relation)
    {
        var entries = 0L;
        foreach (var (name, value) in _walk.Of(names))
        {
            entries++;
            Add(null, name, null, MachineTime.Read(value.GetString(ref _damaged), isUtc: false), relation, _walk.Place(value));
        }

        return entries;
    }

    private void Add(JsonValue item, ContactRelation relation)
    {
        var place = _walk.Place(item);
        string? name = null, title = null;
        var at = MessageTime.None;
        JsonValue accounts = default;
        var members = item.Members;
        while (members.MoveNext())
        {
            if (members.IsNamed("name"u8))
                name = Text(members.Value);
            else if (members.IsNamed("title"u8))
                title = Text(members.Value);
            else if (members.IsNamed("timestamp"u8))
                at = MachineTime.FromEpoch(members.Value.GetInt64());
            else if (members.IsNamed("string_list_data"u8) || members.IsNamed("data"u8))
                accounts = members.Value;
        }

        var found = false;
        var list = accounts.Items;
        while (list.MoveNext())
            found |= AddAccount(list.Value, title ?? name, at, relation, place);
        if (found)
            return;
        if ((name ?? title) is null)
            problems.Report(ProblemKind.UnreadableBody, place);
        Add(name ?? title, null, null, at, relation, place);
    }

    private bool AddAccount(JsonValue account, string? title, MessageTime at, ContactRelation relation, RecordPlace place)
    {
        if (account.Kind != JsonKind.Object)
            return false;
        var link = Text(account["href"u8]);
        var id = Text(account["value"u8]) ?? (link is null ? null : title ?? UserIn(link));
        var name = Text(account["name"u8]) ?? (title == id ? null : title);
        if (id is null && name is null)
            return false;
        var since = MachineTime.FromEpoch(account["timestamp"u8].GetInt64());
        Add(name, id, link, since.Knowledge == TimeKnowledge.None ? at : since, relation, place);
        return true;
    }

    private void Add(string? name, string? id, string? link, MessageTime at, ContactRelation relation, RecordPlace place) => sink.Add(new Contact
    {
        Format = _format,
        Relation = relation,
        Name = name,
        Id = id,
        Link = link,
        At = at,
        File = file,
        Place = place,
    });

    private static string? UserIn(string link)
    {
        var end = link.TrimEnd('/');
        return end.LastIndexOf('/') is var slash and > 0 && slash + 1 < end.Length ? end[(slash + 1)..] : null;
    }

    private string? Text(JsonValue value) => value.GetString(ref _damaged) is { Length: > 0 } text ? Mojibake.Repair(text) : null;
}
