using Holdfast.Conversations.Json;
using Holdfast.Conversations.TextFiles;

namespace Holdfast.Conversations.Formats.Discord;

/// <summary>The account whose data package it is, and the people on its list (<c>account/user.json</c>).</summary>
internal sealed class PackageAccount(string format)
{
    /// <summary>The user name of the account.</summary>
    internal string? Name { get; private set; }

    /// <summary>The number of the account.</summary>
    internal string? Id { get; private set; }

    /// <summary>Reads the file; entries of the list of friends go to the sink.</summary>
    internal void Read(StructuredFile source, ExportFile file, ProblemLog problems, IConversationSink sink)
    {
        var damaged = false;
        var records = new JsonRecords(source, problems);
        foreach (var (name, value) in records.Of(JsonValue.Root(source)))
        {
            if (name == "id")
                Id ??= value.GetScalar(ref damaged);
            else if (name == "username")
                Name ??= value.GetString(ref damaged);
            foreach (var entry in name == "relationships" ? records.In(value) : [])
                Read(entry, source, file, sink);
        }

        if (damaged)
            problems.ReportOnce(ProblemKind.InvalidEncoding);
    }

    private void Read(JsonValue entry, StructuredFile source, ExportFile file, IConversationSink sink)
    {
        var damaged = false;
        var user = entry["user"u8];
        if (Relation(entry["type"u8].GetScalar(ref damaged)) is not { } relation)
            return;
        sink.Add(new Contact
        {
            Format = format,
            Relation = relation,
            Name = user["username"u8].GetString(ref damaged) ?? entry["nickname"u8].GetString(ref damaged),
            Id = entry["id"u8].GetScalar(ref damaged) ?? user["id"u8].GetScalar(ref damaged),
            File = file,
            Place = source.Place(entry.Start, entry.End),
        });
    }

    // Numbers and names of Discord's relationship types; 5 and IMPLICIT only say that two people have written to each other.
    private static ContactRelation? Relation(string? type) => type switch
    {
        "1" or "FRIEND" => ContactRelation.Friend,
        "2" or "BLOCKED" => ContactRelation.Blocked,
        "3" or "PENDING_INCOMING" => ContactRelation.RequestReceived,
        "4" or "PENDING_OUTGOING" => ContactRelation.RequestSent,
        _ => null,
    };
}
