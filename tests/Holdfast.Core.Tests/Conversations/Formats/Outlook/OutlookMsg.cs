using System.Globalization;
using System.Text;

namespace Holdfast.Core.Tests.Conversations.Formats.Outlook;

/// <summary>Puts together an Outlook message for tests.</summary>
internal sealed class OutlookMsg(CompoundFileWriter file, int storage = 0, int tableHeader = 32)
{
    private readonly MemoryStream _table = new();
    private int _attachments;

    /// <summary>A message of its own.</summary>
    internal static byte[] Of(Action<OutlookMsg> write, int sectorShift = 9)
    {
        var file = new CompoundFileWriter(sectorShift);
        var msg = new OutlookMsg(file);
        write(msg);
        msg.Close();
        return file.ToArray();
    }

    internal OutlookMsg Wide(int tag, string text) => Bytes(tag, 0x001F, Encoding.Unicode.GetBytes(text));

    internal OutlookMsg Bytes(int tag, int type, byte[] bytes)
    {
        file.Stream(storage, string.Create(CultureInfo.InvariantCulture, $"__substg1.0_{tag:X4}{type:X4}"), bytes);
        return this;
    }

    internal OutlookMsg Row(int tag, int type, long value)
    {
        _table.Write(BitConverter.GetBytes((uint)tag << 16 | (uint)type));
        _table.Write(BitConverter.GetBytes(6u));
        _table.Write(BitConverter.GetBytes(value));
        return this;
    }

    internal OutlookMsg Sent(DateTime utc) => Row(0x0039, 0x40, utc.ToFileTimeUtc());

    internal OutlookMsg File(string name)
    {
        var attachment = new OutlookMsg(file, Attachment(), 8);
        attachment.Wide(0x3707, name).Bytes(0x3701, 0x0102, [1, 2, 3]).Row(0x3705, 3, 1).Close();
        return this;
    }

    internal OutlookMsg Mail(string name, Action<OutlookMsg> write)
    {
        var attachment = Attachment();
        new OutlookMsg(file, attachment, 8).Wide(0x3001, name).Row(0x3705, 3, 5).Close();
        var inner = new OutlookMsg(file, file.Storage(attachment, "__substg1.0_3701000D"), 24);
        write(inner);
        inner.Close();
        return this;
    }

    private int Attachment() => file.Storage(storage, string.Create(CultureInfo.InvariantCulture, $"__attach_version1.0_#{_attachments++:X8}"));

    private void Close() => file.Stream(storage, "__properties_version1.0", [.. new byte[tableHeader], .. _table.ToArray()]);
}
