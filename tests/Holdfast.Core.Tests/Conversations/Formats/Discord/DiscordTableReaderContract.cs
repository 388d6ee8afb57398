namespace Holdfast.Core.Tests.Conversations.Formats.Discord;

public sealed class DiscordTableReaderContract : ExportReaderContract
{
    protected override string Format => "discord-csv";

    protected override string SampleName => "Server - talk [900000000000000001].csv";

    protected override int Messages => 2;

    protected override string Sample => """"
        AuthorID,Author,Date,Content,Attachments,Reactions
        "1","mira","2024-06-12T08:13:00.0000000+02:00","one
        and ""two""","",""
        "2","tom","2024-06-12T08:14:00.0000000+02:00","drei, ünf","","👍 (1)"

        """";
}
