using System.IO.Compression;

namespace Holdfast.Conversations.Archives;

/// <summary>
/// An opened zip archive whose entries can be opened again and again. Reading the list of entries anew for each would take
/// far too long, so opened archives wait for the next entry. Each serves one entry at a time: two suffice for somebody who
/// reads one file while another is open, more are opened for the moment. Not safe for several threads.
/// </summary>
internal sealed class ZipSource(Func<Stream> open)
{
    private const int MostIdle = 2;
    private readonly Stack<ZipArchive> _idle = new(MostIdle);

    /// <summary>The entries.</summary>
    /// <exception cref="InvalidDataException">The archive is broken.</exception>
    internal IReadOnlyList<ZipArchiveEntry> List()
    {
        var archive = _idle.Count > 0 ? _idle.Pop() : OpenArchive();
        GiveBack(archive);
        return archive.Entries;
    }

    /// <summary>Opens an entry by its place in the list.</summary>
    internal Stream OpenEntry(int index, long declared, EntryMeter meter)
    {
        var archive = _idle.Count > 0 ? _idle.Pop() : OpenArchive();
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
        if (_idle.Count < MostIdle)
            _idle.Push(archive);
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
