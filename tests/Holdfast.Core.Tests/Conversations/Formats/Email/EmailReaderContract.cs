namespace Holdfast.Core.Tests.Conversations.Formats.Email;

public sealed class EmailReaderContract : ExportReaderContract
{
    protected override string Format => "email";

    protected override string SampleName => "mail.eml";

    protected override int Messages => 1;

    protected override string Sample => """
        Date: Sat, 03 Feb 2024 04:05:06 +0100
        From: "Somebody" <somebody@example.com>
        To: tom@example.com
        Subject: I know everything
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: 8bit

        I hāve your p​assword.
        Pay within 48 hours.
        """;
}

public sealed class MailboxContract : ExportReaderContract
{
    protected override string Format => "email";

    protected override string SampleName => "mail.mbox";

    protected override int Messages => 2;

    // The borders of an mbox are told from bytes; no mail program writes one in UTF-16.
    protected override bool IsText => false;

    protected override string Sample => """
        From somebody@example.com Sat Feb  3 04:05:06 2024
        From: somebody@example.com
        Subject: one
        Date: Sat, 03 Feb 2024 04:05:06 +0100

        From Russia with love: this is no border.
        >From here neither.

        From - Sat Feb  3 05:05:06 2024
        From: somebody@example.com
        Subject: two
        Date: Sat, 03 Feb 2024 05:05:06 +0100

        Second letter.
        """;
}
