using Holdfast.Conversations;

namespace Holdfast.Core.Tests.Conversations.Formats.Dating;

public sealed class HingeReaderContract : ExportReaderContract
{
    protected override string Format => "hinge-json";

    protected override string SampleName => "matches.json";

    protected override int Messages => 3;

    protected override IReadOnlyList<ProblemKind> Remarks => [ProblemKind.OneSideOnly];

    protected override string Sample => """
        [{"chats": [{"body": "größer", "timestamp": "2023-05-01 10:05:00"}, {"body": "hello you", "timestamp": "2023-05-01 10:06:00"}]},
         {"match": [{"timestamp": "2023-05-01 10:00:00"}]}]
        """;
}
