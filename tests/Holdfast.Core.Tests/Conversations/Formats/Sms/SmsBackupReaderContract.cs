namespace Holdfast.Core.Tests.Conversations.Formats.Sms;

public sealed class SmsBackupReaderContract : ExportReaderContract
{
    protected override string Format => "sms-backup";

    protected override string SampleName => "sms.xml";

    protected override int Messages => 4;

    protected override string Sample => """
        <smses count="4">
          <sms address="+447700900123" date="1709280000123" type="1" body="are you there? привет" contact_name="Mira" />
          <sms address="+447700900456" date="1709280060000" type="2" body="yes &lt;3" contact_name="(Unknown)" />
          <mms date="1709280200000" msg_box="1" address="+447700900123" m_type="132" contact_name="Mira"><parts>
            <part seq="0" ct="text/plain" text="look at this" /><part seq="0" ct="image/jpeg" cl="a.jpg" data="AAAA" />
          </parts></mms>
          <call number="+447700900123" duration="3" date="1709280300000" type="1" contact_name="Mira" />
        </smses>
        """;
}
