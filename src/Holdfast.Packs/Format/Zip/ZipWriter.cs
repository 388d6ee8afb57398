using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Holdfast.Packs;

/// <summary>
/// Writes a ZIP (APPNOTE 6.3) whose bytes depend on its content alone: STORE, dates 1980-01-01, no extra fields but ZIP64 where
/// a number needs it, sizes and CRC in front of the data. It never seeks.
/// </summary>
internal sealed class ZipWriter : IDisposable
{
    private const uint LocalHeader = 0x04034B50, CentralHeader = 0x02014B50, EndRecord = 0x06054B50;
    private const uint End64Record = 0x06064B50, End64Locator = 0x07064B50;
    private const ushort Date1980 = 0x0021, MadeByUnix = 3 << 8;

    // A regular file, rw-r--r--: unzip would otherwise make files that nobody may read.
    private const uint UnixFileMode = 0x81A4_0000;

    private readonly Stream _output;
    private readonly long _zip64From;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly List<(byte[] Name, ContentDigest Content, long Offset)> _entries = [];
    private long _position;

    /// <param name="output">Receives the bytes.</param>
    /// <param name="zip64From">The smallest number that goes into a ZIP64 field; tests lower it to reach that form.</param>
    public ZipWriter(Stream output, long zip64From = uint.MaxValue)
    {
        _output = output;
        _zip64From = zip64From;
    }

    /// <summary>Writes one entry. False when the bytes are not those that were promised; the ZIP is then worthless.</summary>
    public bool Write(string name, ContentDigest promised, Stream content)
    {
        var bytes = Encoding.ASCII.GetBytes(name);
        _entries.Add((bytes, promised, _position));
        var extra = promised.Bytes >= _zip64From ? 20 : 0;
        var header = new byte[30 + bytes.Length + extra];
        var f = new Fields(header);
        f.Write32(LocalHeader);
        WriteCommon(ref f, bytes.Length, promised, extra > 0, extra);
        f.WriteBytes(bytes);
        if (extra > 0)
            WriteZip64(ref f, [promised.Bytes, promised.Bytes]);
        Emit(header);
        var counting = new HashingStream(_output, _hash);
        var actual = ContentDigest.Copy(content, counting);
        _position += actual.Bytes;
        return actual == promised;
    }

    /// <summary>Writes the directory and gives the SHA-256 of the whole ZIP.</summary>
    public Sha256Digest Finish()
    {
        var start = _position;
        foreach (var (name, content, offset) in _entries)
            WriteCentral(name, content, offset);
        var size = _position - start;
        var is64 = start >= _zip64From || size >= _zip64From || _entries.Count >= Math.Min(_zip64From, ushort.MaxValue);
        if (is64)
            WriteEnd64(start, size);
        var end = new byte[22];
        var f = new Fields(end);
        f.Write32(EndRecord);
        f.Write32(0);
        f.Write16(is64 ? ushort.MaxValue : (ushort)_entries.Count);
        f.Write16(is64 ? ushort.MaxValue : (ushort)_entries.Count);
        f.Write32(is64 ? uint.MaxValue : (uint)size);
        f.Write32(is64 ? uint.MaxValue : (uint)start);
        f.Write16(0);
        Emit(end);
        return Sha256Digest.FromBytes(_hash.GetHashAndReset());
    }

    public void Dispose() => _hash.Dispose();

    private void WriteCentral(byte[] name, ContentDigest content, long offset)
    {
        var large = content.Bytes >= _zip64From;
        var far = offset >= _zip64From;
        long[] wide = [.. large ? [content.Bytes, content.Bytes] : Array.Empty<long>(), .. far ? [offset] : Array.Empty<long>()];
        var extra = wide.Length > 0 ? 4 + 8 * wide.Length : 0;
        var header = new byte[46 + name.Length + extra];
        var f = new Fields(header);
        f.Write32(CentralHeader);
        f.Write16((ushort)(MadeByUnix | (extra > 0 ? 45 : 20)));
        WriteCommon(ref f, name.Length, content, large, extra, isWide: extra > 0);
        // No comment, first disk, no internal attributes.
        f.Write16(0);
        f.Write16(0);
        f.Write16(0);
        f.Write32(UnixFileMode);
        f.Write32(far ? uint.MaxValue : (uint)offset);
        f.WriteBytes(name);
        if (extra > 0)
            WriteZip64(ref f, wide);
        Emit(header);
    }

    // The part that a local and a central header share: from "version needed" to "extra field length".
    private static void WriteCommon(ref Fields f, int name, ContentDigest content, bool large, int extra, bool? isWide = null)
    {
        f.Write16((ushort)(isWide ?? large ? 45 : 20));
        f.Write32(0);
        f.Write16(0);
        f.Write16(Date1980);
        f.Write32(content.Crc);
        f.Write32(large ? uint.MaxValue : (uint)content.Bytes);
        f.Write32(large ? uint.MaxValue : (uint)content.Bytes);
        f.Write16((ushort)name);
        f.Write16((ushort)extra);
    }

    private static void WriteZip64(ref Fields f, long[] numbers)
    {
        f.Write16(1);
        f.Write16((ushort)(8 * numbers.Length));
        foreach (var number in numbers)
            f.Write64(number);
    }

    private void WriteEnd64(long start, long size)
    {
        var end = new byte[56 + 20];
        var f = new Fields(end);
        f.Write32(End64Record);
        f.Write64(44);
        f.Write16(MadeByUnix | 45);
        f.Write16(45);
        f.Write64(0);
        f.Write64(_entries.Count);
        f.Write64(_entries.Count);
        f.Write64(size);
        f.Write64(start);
        f.Write32(End64Locator);
        f.Write32(0);
        f.Write64(_position);
        f.Write32(1);
        Emit(end);
    }

    private void Emit(byte[] bytes)
    {
        _hash.AppendData(bytes);
        _output.Write(bytes);
        _position += bytes.Length;
    }

    /// <summary>Little-endian fields one after the other.</summary>
    private ref struct Fields(Span<byte> rest)
    {
        private Span<byte> _rest = rest;

        public void Write16(ushort value)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(_rest, value);
            _rest = _rest[2..];
        }

        public void Write32(uint value)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(_rest, value);
            _rest = _rest[4..];
        }

        public void Write64(long value)
        {
            BinaryPrimitives.WriteInt64LittleEndian(_rest, value);
            _rest = _rest[8..];
        }

        public void WriteBytes(ReadOnlySpan<byte> value)
        {
            value.CopyTo(_rest);
            _rest = _rest[value.Length..];
        }
    }
}
