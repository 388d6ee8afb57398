using Holdfast.Conversations.Dates;
using Holdfast.Conversations.Markup;

namespace Holdfast.Conversations.Formats.Meta;

/// <summary>
/// Reads one HTML page with a list of accounts: on Instagram a link to each profile, on Facebook a name, both followed by a
/// time that is written out in the language of the account, as a clock reading without a zone.
/// </summary>
internal sealed class MetaListPage(ExportFile file, ReadingOptions options, IConversationSink sink, ProblemLog problems)
{
    private static readonly string[] Hosts =
        ["https://www.instagram.com/", "http://www.instagram.com/", "https://instagram.com/", "https://www.facebook.com/", "https://m.facebook.com/"];

    private long _entries;

    /// <summary>Hands on every entry and returns how many there are.</summary>
    internal long Read(ContactRelation relation)
    {
        foreach (var box in MarkupRecords.Each(file, options, problems, MarkupDialect.Html, tag => tag.HasClass("uiBoxWhite") || tag.HasClass("_a6-g")))
            ReadBox(box, relation);
        return _entries;
    }

    private void ReadBox(MarkupElement box, ContactRelation relation)
    {
        // Older pages hold all accounts in one box: each link begins an entry, and the time behind it belongs to it.
        MarkupElement? link = null;
        string? name = null;
        var at = MessageTime.None;
        var before = _entries;
        foreach (var element in box.Descendants())
        {
            if (element.Name == "a" && UserIn(element["href"]) is not null)
            {
                if (link is not null)
                    Add(link.Place);
                (link, at) = (element, MessageTime.None);
            }
            else if (element.Name is "h2" or "h3" || element.HasClass("_a6-i") || element.HasClass("_2lek"))
            {
                name ??= element.Text is { Length: > 0 } text ? text : null;
            }
            else if (at.Knowledge == TimeKnowledge.None && !element.Children.Any() && WrittenDate.Read(element.Text, options.DateOrder, out var isAmbiguous) is { } time)
            {
                at = time;
                if (isAmbiguous)
                    problems.ReportOnce(ProblemKind.DateOrderUnknown);
            }
        }

        if (link is not null || name is not null)
            Add(_entries == before ? box.Place : link!.Place);
        else if (box.Text.Length > 0)
            problems.Report(ProblemKind.UnreadableBody, box.Place);

        void Add(RecordPlace place)
        {
            _entries++;
            var id = UserIn(link?["href"]);
            sink.Add(new Contact
            {
                Format = id is null ? MetaListReader.Facebook : MetaListReader.Instagram,
                Relation = relation,
                Name = name == id ? null : name,
                Id = id,
                Link = link?["href"],
                At = at,
                File = file,
                Place = place,
            });
        }
    }

    // The user name in a link to a profile: one step behind the host, or behind "_u/".
    private static string? UserIn(string? link)
    {
        foreach (var host in link is null ? [] : Hosts)
        {
            if (!link!.StartsWith(host, StringComparison.Ordinal))
                continue;
            var path = link.AsSpan(host.Length).TrimEnd('/');
            path = path.StartsWith("_u/", StringComparison.Ordinal) ? path[3..] : path;
            return path.Length > 0 && !path.ContainsAny("/?#") ? path.ToString() : null;
        }

        return null;
    }
}
