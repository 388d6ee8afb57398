using System.Security.Cryptography;
using Holdfast.Conversations.Archives;

namespace Holdfast.Preservation;

/// <summary>
/// A text without what it carries: the bytes of the original, except that each embedded run is replaced by its marker line.
/// Forward-only; while it is read the original is hashed again, and a file that is no longer the one that was surveyed ends
/// in an exception, because its runs may lie elsewhere now.
/// </summary>
internal sealed class DerivedCopy : ReadOnlyStream
{
    private readonly Stream _source;
    private readonly FileSurvey _survey;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _block = new byte[32 * 1024];
    private byte[] _marker = [];
    private int _markerAt;
    private int _next;
    private long _at;
    private bool _isEnded;

    /// <param name="open">Opens the original at its first byte.</param>
    /// <param name="survey">What was found in it.</param>
    public DerivedCopy(Func<Stream> open, FileSurvey survey)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(survey);
        _survey = survey;
        _source = open();
    }

    /// <inheritdoc/>
    /// <exception cref="IOException">The original cannot be read, or has changed since it was surveyed.</exception>
    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty)
            return 0;
        while (true)
        {
            if (_markerAt < _marker.Length)
            {
                var count = Math.Min(buffer.Length, _marker.Length - _markerAt);
                _marker.AsSpan(_markerAt, count).CopyTo(buffer);
                _markerAt += count;
                return count;
            }

            while (_next < _survey.Embedded.Count && _survey.Embedded[_next].IsNested)
                _next++;
            var run = _next < _survey.Embedded.Count ? _survey.Embedded[_next] : null;
            if (run is not null && _at == run.Offset)
            {
                Pass(run.Length);
                (_marker, _markerAt) = (run.MarkerBytes, 0);
                _next++;
                continue;
            }

            var want = run is null ? buffer.Length : (int)Math.Min(buffer.Length, run.Offset - _at);
            var read = Take(buffer[..want]);
            if (read > 0)
                return read;
            if (run is not null || !IsSameFile())
                throw new IOException("A file changed while it was read.");
            return 0;
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _source.Dispose();
            _hash.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Pass(long length)
    {
        while (length > 0)
        {
            var read = Take(_block.AsSpan(0, (int)Math.Min(length, _block.Length)));
            if (read == 0)
                throw new IOException("A file changed while it was read.");
            length -= read;
        }
    }

    private int Take(Span<byte> buffer)
    {
        var read = _source.Read(buffer);
        _hash.AppendData(buffer[..read]);
        _at += read;
        return read;
    }

    private bool IsSameFile()
    {
        // Asked at most once to hash; a second read at the end finds the answer given.
        if (_isEnded)
            return true;
        _isEnded = _at == _survey.Bytes && Convert.ToHexStringLower(_hash.GetHashAndReset()) == _survey.Sha256;
        return _isEnded;
    }
}
