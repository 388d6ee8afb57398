namespace Holdfast.Core.Tests.Conversations.Formats.Meta;

public sealed class MetaListReaderContract : ExportReaderContract
{
    protected override string Format => "instagram-lists";

    protected override string SampleName => "followers_1.json";

    protected override int Messages => 0;

    protected override string Sample => """
        [ { "title": "", "string_list_data": [ { "href": "https://www.instagram.com/mira_k", "value": "mira_k", "timestamp": 1714674000 } ] },
          { "title": "größer", "string_list_data": [ { "href": "https://www.instagram.com/tom.b", "value": "tom.b", "timestamp": 1700000000 } ] } ]
        """;
}
