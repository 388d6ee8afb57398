using Holdfast.Conversations;

namespace Holdfast.Core.Tests.Conversations.Formats.Snapchat;

public sealed class SnapchatReaderContract : ExportReaderContract
{
    protected override string Format => "snapchat-json";

    protected override string SampleName => "json/chat_history.json";

    protected override int Messages => 3;

    protected override IReadOnlyList<ProblemKind> Remarks => [ProblemKind.OnlySavedWords];

    protected override string Sample => """
        {
         "mira_k": [
          { "From": "zoe_owner", "Media Type": "TEXT", "Created": "2024-05-02 18:19:00 UTC", "Content": null, "Conversation Title": null,
            "IsSender": true, "Created(microseconds)": 1714673940345, "IsSaved": false, "Media IDs": "" },
          { "From": "mira_k", "Media Type": "MEDIA", "Created": "2024-05-02 18:17:00 UTC", "Content": "größer", "Conversation Title": null,
            "IsSender": false, "Created(microseconds)": 1714673820345, "IsSaved": true, "Media IDs": "b~AAAA | b~BBBB" }
         ],
         "third_user": [
          { "From": "third_user", "Media Type": "TEXT", "Created": "2024-05-02 18:14:00 UTC", "Content": "hello there", "Conversation Title": null,
            "IsSender": false, "Created(microseconds)": 1714673640345, "IsSaved": true, "Media IDs": "" }
         ]
        }
        """;
}
