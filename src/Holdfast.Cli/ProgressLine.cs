using System.Diagnostics;
using System.Globalization;

namespace Holdfast.Cli;

/// <summary>One line on a terminal that shows how far long work has come, and is wiped at the end.</summary>
internal sealed class ProgressLine(Terminal terminal) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(200);

    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private TimeSpan _shown = Patience - Pace;
    private long _bytes;
    private bool _isShown;

    /// <summary>Counts the bytes that are read from a stream. Without a terminal the stream is given back as it is.</summary>
    public Stream Watch(Stream stream) => terminal.ShowsProgress ? new WatchedStream(stream, this) : stream;

    public void Dispose() => Wipe();

    /// <summary>Shows a line at once. Without a terminal nothing is shown.</summary>
    public void Say(string text)
    {
        if (terminal.ShowsProgress)
        {
            _shown = _watch.Elapsed;
            _isShown = true;
            terminal.Error.Write($"\r\u001b[K{text}");
        }
    }

    private void Wipe()
    {
        if (_isShown)
        {
            terminal.Error.Write("\r\u001b[K");
            _isShown = false;
        }
    }

    private void Add(int bytes)
    {
        _bytes += bytes;
        if (_watch.Elapsed - _shown > Pace)
        {
            _shown = _watch.Elapsed;
            _isShown = true;
            terminal.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r\u001b[K… {_bytes / 1e6:F0} MB"));
        }
    }

    private sealed class WatchedStream(Stream inner, ProgressLine progress) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => inner.CanSeek;

        public override bool CanWrite => false;

        public override long Length => inner.Length;

        public override long Position
        {
            get => inner.Position;
            set => inner.Position = value;
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = inner.Read(buffer, offset, count);
            progress.Add(read);
            return read;
        }

        public override int Read(Span<byte> buffer)
        {
            var read = inner.Read(buffer);
            progress.Add(read);
            return read;
        }

        public override long Seek(long offset, SeekOrigin origin) => inner.Seek(offset, origin);

        public override void Flush()
        {
        }

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                inner.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
