using System.Text;
using Holdfast.Conversations;

namespace Holdfast.Core.Tests.Conversations;

/// <summary>Files that look a little like chats and are none: nobody is to find invented senders in them.</summary>
public sealed class OrdinaryFileTests
{
    private const string Words = "plain-text";

    [Theory]
    [InlineData("[2024-06-12 08:13:00] INFO: started\n[2024-06-12 08:13:01] WARN: slow\n[2024-06-12 08:13:02] INFO: done\n")]
    [InlineData("[2024-06-12 08:13:00] production.ERROR: no such file\n[2024-06-12 08:13:01] production.INFO: done\n")]
    [InlineData("[12/06/2024, 08:13:00] INFO: started\n[12/06/2024, 08:13:01] ERROR: failed\n[12/06/2024, 08:13:02] INFO: started\n")]
    [InlineData("12/06/2024, 08:13 - INFO: started\n12/06/2024, 08:13 - DEBUG: failed\n12/06/2024, 08:14 - DEBUG: failed\n")]
    [InlineData("2024-06-12 08:13:00 - root - INFO - started\n2024-06-12 08:13:01 - root - ERROR - failed\n2024-06-12 08:13:02 - root - INFO - done\n")]
    public void A_log_of_a_program_is_no_chat(string log) => Assert.Equal(Words, FormatOf(log));

    [Theory]
    [InlineData("[2024-06-12 08:13:00] Me: INFO: read it\n[2024-06-12 08:13:01] INFO: ok\n", "signal-export")]
    [InlineData("12/06/2024, 08:13 - Info: hello\n12/06/2024, 08:13 - Ann: hi\n12/06/2024, 08:14 - Info: good\n", "whatsapp-text")]
    public void A_chat_with_somebody_of_such_a_name_stays_one(string chat, string format) => Assert.Equal(format, FormatOf(chat));

    [Theory]
    [InlineData("Monday, 12 June 2024\n08:13 Breakfast\n09:00 Meeting\n10:00 Call\nTuesday, 13 June 2024\n08:00 Run\n")]
    [InlineData("2024/06/12(Wed)\n08:13\tBreakfast\thotel\n09:00\tMeeting\toffice\n")]
    public void A_timetable_is_no_chat(string table) => Assert.Equal(Words, FormatOf(table));

    [Theory]
    [InlineData("Date,From,To,Message,Amount\n2024-06-12,Ann Lee,Bob Roe,rent,-3.50\n")]
    [InlineData("commit,author,date,message\nabc,Ann,2024-06-12 10:00:00,Fix bug\n")]
    [InlineData("Time,Level,User,Message\n2024-06-12 10:00:00,INFO,root,started\n")]
    public void A_table_of_payments_or_changes_is_no_chat(string table) => Assert.Equal(Words, FormatOf(table));

    private static string? FormatOf(string text) =>
        Assert.Single(ExportSet.Open([ExportFile.FromBytes("file", Encoding.UTF8.GetBytes(text))], new ReadingOptions()).Files).Reader?.Format;
}
