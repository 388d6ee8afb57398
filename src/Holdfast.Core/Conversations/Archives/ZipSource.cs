using System.IO.Compression;

namespace Holdfast.Conversations.Archives;

/// <summary>
/// An opened zip archive whose entries can be opened again and again. One opened archive serves all entries, one at a time,
/// because reading the list of entries anew for each would take far too long; an entry that is opened while another is
/// open gets an archive of its own. Not safe for several threads.
/// </summary>
internal sealed class ZipSource(Func<Stream> open)
{
    private ZipArchive? _idle;

    /// <summary>The entries.</summary>
    /// <exception cref="InvalidDataException">The archive is broken.</exception>
    internal IReadOnlyList<ZipArchiveEntry> List()
    {
        _idle ??= OpenArchive();
        return _idle.Entries;
    }

    /// <summary>Opens an entry by its place in the list.</summary>
    internal Stream OpenEntry(int index, long declared, EntryMeter meter)
    {
        var archive = _idle ?? OpenArchive();
        _idle = null;
        try
        {
            return new EntryStream(archive.Entries[index].Open(), declared, meter, () => GiveBack(archive));
        }
        catch (Exception e) when (e is InvalidDataException or NotSupportedException or ArgumentException or EndOfStreamException)
        {
            GiveBack(archive);
            meter.Damaged();
            return Stream.Null;
        }
    }

    private void GiveBack(ZipArchive archive)
    {
        if (_idle is null)
            _idle = archive;
        else
            archive.Dispose();
    }

    private ZipArchive OpenArchive()
    {
        var stream = open();
        try
        {
            return new ZipArchive(stream, ZipArchiveMode.Read);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }
}
