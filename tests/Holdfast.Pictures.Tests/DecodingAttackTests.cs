using System.Diagnostics;
using System.IO.Compression;
using CsCheck;
using Holdfast.Conversations;

namespace Holdfast.Pictures.Tests;

/// <summary>Pictures that were made to hurt.</summary>
public sealed class DecodingAttackTests
{
    private static readonly MagickDecoder Decoder = new();

    public static TheoryData<string> Names => new("flag.png", "flag-progressive.jpg", "flag.webp", "flag.heic", "flag.avif", "flag-exif-6.jpg");

    [Theory]
    [InlineData(60_000, 60_000)]
    [InlineData(2_000_000_000, 1)]
    [InlineData(1, 2_000_000_000)]
    [InlineData(39_000, 39_000)]
    [InlineData(0, 5)]
    public void A_header_with_too_many_pixels_is_refused_before_any_memory_is_taken(int width, int height)
    {
        var png = new PngMaker().Header(width, height, 8, PngMaker.Rgb).Data(Enumerable.Repeat(new byte[60_000], 100)).Chunk("IEND", []).ToArray();
        var grown = GrowthOfMemory(() => Assert.Null(Decoder.Decode(png)));
        Assert.True(grown < 100 << 20, $"{grown >> 20} MiB");
        Assert.Equal(width == 0 ? ProblemKind.Damaged : ProblemKind.PictureTooLarge, Decoder.WhyNot(png));
    }

    [Fact]
    public void More_data_than_the_header_says_is_not_unpacked_into_memory()
    {
        var png = PngMaker.Make(8, 8, 8, PngMaker.Grey, Enumerable.Repeat(new byte[1 << 20], 300));
        var grown = GrowthOfMemory(() => _ = Decoder.Decode(png));
        Assert.True(grown < 100 << 20, $"{grown >> 20} MiB");
    }

    [Fact]
    public void Texts_that_unpack_to_gigabytes_are_left_out_unread()
    {
        var packed = new MemoryStream();
        packed.Write("Comment\0\0"u8);
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(new byte[7 << 20]);
        }

        var maker = new PngMaker().Header(1, 1, 8, PngMaker.Grey);
        for (var i = 0; i < 300; i++)
        {
            maker.Chunk("zTXt", packed.ToArray());
        }

        var png = maker.Data([[7]]).Chunk("IEND", []).ToArray();
        var grown = GrowthOfMemory(() => Assert.Equal((7, 7, 7), Decoder.Decode(png)!.At(0, 0)));
        Assert.True(grown < 100 << 20, $"{grown >> 20} MiB");
    }

    [Fact]
    public void A_picture_painted_a_thousand_times_over_is_refused()
    {
        var jpeg = TestPictures.Read("flag-progressive.jpg");
        var scan = jpeg.AsSpan().LastIndexOf((ReadOnlySpan<byte>)[0xff, 0xda]);
        var last = jpeg[scan..^2];
        byte[] bomb = [.. jpeg[..^2], .. Enumerable.Repeat(last, 1000).SelectMany(pass => pass), 0xff, 0xd9];
        Assert.Null(Decoder.Decode(bomb));
        Assert.Equal(ProblemKind.Damaged, Decoder.WhyNot(bomb));
        Assert.NotNull(Decoder.Decode(jpeg));
    }

    [Fact]
    public void A_file_of_many_megabytes_is_refused_unread()
    {
        var bytes = new byte[DecodingLimits.MaxFileBytes + 1];
        TestPictures.Read("flag.png").CopyTo(bytes, 0);
        Assert.Null(Decoder.Decode(bytes));
        Assert.Equal(ProblemKind.PictureTooLarge, Decoder.WhyNot(bytes));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Changed_bytes_give_a_picture_or_nothing(string name)
    {
        var whole = TestPictures.Read(name);
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte).List[1, 6].Sample(
            changes =>
            {
                var bytes = (byte[])whole.Clone();
                foreach (var (at, value) in changes)
                {
                    bytes[at] = value;
                }

                _ = Decoder.Decode(bytes);
                _ = Decoder.WhyNot(bytes);
            },
            iter: 300,
            threads: 1);
    }

    [Fact]
    public void Any_bytes_give_a_picture_or_nothing() =>
        Gen.Select(Gen.Int[0, 4], Gen.Byte.Array[0, 200]).Sample(
            (format, tail) =>
            {
                byte[] head = format switch
                {
                    0 => [0x89, .. "PNG\r\n\x1a\n"u8],
                    1 => [0xff, 0xd8, 0xff],
                    2 => [.. "RIFF\x40\0\0\0WEBPVP8 "u8],
                    3 => [0, 0, 0, 24, .. "ftypheic\0\0\0\0heicmif1"u8],
                    _ => [0, 0, 0, 24, .. "ftypavif\0\0\0\0avifmif1"u8],
                };
                Assert.Null(Decoder.Decode((byte[])[.. head, .. tail]));
            },
            iter: 500,
            threads: 1);

    private static long GrowthOfMemory(Action action)
    {
        // What the first call of all takes is not the attack's.
        _ = Decoder.Decode(TestPictures.Read("flag.png"));
        using var process = Process.GetCurrentProcess();
        var before = process.WorkingSet64;
        using var stop = new CancellationTokenSource();
        long most = 0;
        var watch = new Thread(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                process.Refresh();
                most = Math.Max(most, process.WorkingSet64);
                Thread.Sleep(2);
            }
        });
        watch.Start();
        try
        {
            action();
        }
        finally
        {
            stop.Cancel();
            watch.Join();
        }

        return most - before;
    }
}
