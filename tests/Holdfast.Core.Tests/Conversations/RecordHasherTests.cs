using System.Security.Cryptography;
using System.Text;
using Holdfast.Conversations;

namespace Holdfast.Core.Tests.Conversations;

public sealed class RecordHasherTests
{
    private static readonly byte[] Bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 5_000).Select(i => $"line {i}\n")));

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void A_hash_is_that_of_the_bytes_at_the_place(bool isLengthKnown, bool canSeek)
    {
        var file = new ExportFile("chat.txt", isLengthKnown ? Bytes.Length : null, () => canSeek ? new MemoryStream(Bytes) : new OneWay(Bytes));
        using var hasher = new RecordHasher();
        foreach (var (offset, length) in new[] { (0, 6), (6, 1), (100, 20_000), (40_000, 100) })
        {
            var message = new Message { File = file, Place = new RecordPlace(offset, length, 0) };
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Bytes.AsSpan(offset, length))), hasher.Hash(message));
        }
    }

    [Fact]
    public void A_place_beyond_the_end_has_no_hash()
    {
        using var hasher = new RecordHasher();
        var known = new ExportFile("a.txt", 3, () => new MemoryStream([1, 2, 3]));
        var unknown = new ExportFile("b.txt", null, () => new MemoryStream([1, 2, 3]));
        Assert.Null(hasher.Hash(new Message { File = known, Place = new RecordPlace(2, 2, 0) }));
        Assert.Null(hasher.Hash(new Message { File = unknown, Place = new RecordPlace(2, 2, 0) }));
    }

    [Fact]
    public void Records_that_come_from_two_files_in_turn_open_each_file_once()
    {
        var opened = 0;
        ExportFile File(string name) => new(name, Bytes.Length, () =>
        {
            opened++;
            return new OneWay(Bytes);
        });
        var (first, second) = (File("a.json"), File("b.json"));
        using var hasher = new RecordHasher();
        for (var i = 100; i > 0; i--)
        {
            var place = new RecordPlace(i * 10, 10, 0);
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Bytes.AsSpan(i * 10, 10))), hasher.Hash(new Message { File = i % 2 == 0 ? first : second, Place = place }));
        }

        Assert.Equal(2, opened);
    }

    private sealed class OneWay(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
