namespace Holdfast.Packs.Tests.Sealing;

public sealed class LargeItemTests
{
    private const long Size = 48L << 20;

    [Fact]
    public void An_item_larger_than_the_memory_we_allow_passes_through()
    {
        var path = Path.GetTempFileName();
        try
        {
            using var output = new FileStream(path, FileMode.Create, FileAccess.ReadWrite);
            var builder = new PackBuilder(TestPack.MakeOptions());
            var before = GC.GetAllocatedBytesForCurrentThread();
            builder.Add(new PackSource("video.mp4", "video/mp4", () => new Zeros(Size)));
            var result = builder.Seal(output);
            var used = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.True(output.Length > Size);
            Assert.True(used < Size / 4, $"{used} bytes");
            Assert.False(result.IsPartial);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private sealed class Zeros(long length) : Stream
    {
        private long _left = length;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            count = (int)Math.Min(count, _left);
            Array.Clear(buffer, offset, count);
            _left -= count;
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
