using Holdfast.Conversations;

namespace Holdfast.Core.Tests.Conversations.Formats.Dating;

public sealed class TinderReaderContract : ExportReaderContract
{
    protected override string Format => "tinder-json";

    protected override string SampleName => "data.json";

    protected override int Messages => 2;

    protected override IReadOnlyList<ProblemKind> Remarks => [ProblemKind.OneSideOnly];

    protected override string Sample => """
        {"Messages": [{"match_id": "Match 1", "messages": [
          {"to": 1, "from": "You", "message": "größer &amp; besser", "sent_date": "Fri, 02 July 2021 20:31:15 GMT"},
          {"to": 1, "from": "You", "message": "hello you", "sent_date": "Wed, 13 October 2021 11:08:13 GMT"}]}]}
        """;
}
