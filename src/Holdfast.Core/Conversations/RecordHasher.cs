using System.Security.Cryptography;

namespace Holdfast.Conversations;

/// <summary>
/// SHA-256 of the raw bytes of records (<see cref="Message.Place"/>), in the order in which they are read, so that anyone
/// can cut the same bytes out of the original and compare. Small files are held while their records are hashed, a few at
/// a time, since one conversation may be put together from several; large ones are passed through once, as their records
/// come in order.
/// </summary>
public sealed class RecordHasher : IDisposable
{
    /// <summary>Files up to this size are held in memory: their records may come in any order.</summary>
    private const long MostHeld = 32 << 20;

    /// <summary>Most bytes of all files that are held.</summary>
    private const long MostHeldInAll = 64 << 20;

    /// <summary>Most files that are held.</summary>
    private const int MostFiles = 32;

    private readonly byte[] _block = new byte[64 * 1024];
    private readonly LinkedList<(ExportFile File, byte[] Bytes)> _recent = new();
    private long _heldBytes;
    private ExportFile? _file;
    private byte[]? _held;
    private Stream? _stream;
    private long _position;

    /// <summary>The hash in lower-case hex, or null when the bytes cannot be reached again (the file has gone, or lies behind us).</summary>
    public string? Hash(Message message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var (offset, length, _) = message.Place;
        if (length <= 0 || offset < 0)
        {
            return null;
        }

        try
        {
            if (message.File != _file)
            {
                Open(message.File);
            }

            return _held is not null ? HashHeld(offset, length) : HashStream(offset, length);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException or NotSupportedException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _stream?.Dispose();

    private void Open(ExportFile file)
    {
        _stream?.Dispose();
        (_file, _held, _stream, _position) = (file, Recall(file), null, 0);
        if (_held is not null)
        {
            return;
        }

        _stream = file.Open();
        if (file.Length is <= MostHeld)
        {
            using var copy = new MemoryStream((int)file.Length.Value);
            _stream.CopyTo(copy);
            _held = copy.ToArray();
            Hold(file, _held);
            // An open entry would make the archive open itself once more for the next.
            _stream.Dispose();
            _stream = null;
        }
    }

    private byte[]? Recall(ExportFile file)
    {
        for (var node = _recent.First; node is not null; node = node.Next)
        {
            if (node.Value.File == file)
            {
                _recent.Remove(node);
                _recent.AddFirst(node);
                return node.Value.Bytes;
            }
        }

        return null;
    }

    private void Hold(ExportFile file, byte[] bytes)
    {
        _recent.AddFirst((file, bytes));
        _heldBytes += bytes.Length;
        while (_recent.Count > MostFiles || (_heldBytes > MostHeldInAll && _recent.Count > 1))
        {
            _heldBytes -= _recent.Last!.Value.Bytes.Length;
            _recent.RemoveLast();
        }
    }

    private string? HashHeld(long offset, long length) =>
        offset + length <= _held!.Length ? Convert.ToHexStringLower(SHA256.HashData(_held.AsSpan((int)offset, (int)length))) : null;

    private string? HashStream(long offset, long length)
    {
        if (offset != _position && _stream!.CanSeek)
        {
            _stream.Position = _position = offset;
        }

        if (offset < _position || !Pass(offset - _position, null))
        {
            return null;
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        return Pass(length, hash) ? Convert.ToHexStringLower(hash.GetHashAndReset()) : null;
    }

    private bool Pass(long bytes, IncrementalHash? hash)
    {
        while (bytes > 0)
        {
            var read = _stream!.Read(_block, 0, (int)Math.Min(bytes, _block.Length));
            if (read == 0)
            {
                return false;
            }

            hash?.AppendData(_block, 0, read);
            bytes -= read;
            _position += read;
        }

        return true;
    }
}
