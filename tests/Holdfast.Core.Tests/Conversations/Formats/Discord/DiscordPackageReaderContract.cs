using Holdfast.Conversations;

namespace Holdfast.Core.Tests.Conversations.Formats.Discord;

public sealed class DiscordPackageReaderContract : ExportReaderContract
{
    protected override string Format => "discord-package";

    protected override string SampleName => "Messages/c900000000000000001/messages.json";

    protected override int Messages => 2;

    protected override IReadOnlyList<ProblemKind> Remarks => [ProblemKind.OneSideOnly];

    protected override string Sample => """
        [{"ID": 1250368000000000003, "Timestamp": "2024-06-12 06:16:00", "Contents": "no, stop", "Attachments": ""},
         {"ID": 1250368000000000009, "Timestamp": "2024-06-12 06:40:00", "Contents": "ünë", "Attachments": "https://cdn.example.com/1.png"}]
        """;
}
