using System.Security.Cryptography;
using System.Text;
using CsCheck;
using Holdfast.Conversations;

namespace Holdfast.Preservation;

public class FileSurveyTests
{
    public static TheoryData<string> Separable => [.. Carriers.Separable.Keys];

    public static TheoryData<string> Inseparable => [.. Carriers.Inseparable.Keys];

    [Theory]
    [MemberData(nameof(Separable))]
    public void A_carried_picture_is_found_and_cut_out(string carrier)
    {
        foreach (var picture in (byte[][])[Drawn.Jpeg, Drawn.Png, Drawn.Mp4, Drawn.Heic, Drawn.WebP, Drawn.Gif, Drawn.Bmp, Drawn.Pdf, Drawn.Zip])
        {
            var original = Encoding.Latin1.GetBytes(Carriers.Separable[carrier](picture));
            var survey = Survey(original);

            Assert.Equal(Carriage.Separable, survey.Carriage);
            Assert.Contains(survey.Embedded, run => run.Sha256 == Convert.ToHexStringLower(SHA256.HashData(picture)) && run.Bytes == picture.Length);
            var copy = Copy(original, survey);
            Leak.AssertNone(picture, copy);
            Assert.Contains("[withheld by rule: ", Encoding.Latin1.GetString(copy), StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Inseparable))]
    public void A_text_that_carries_a_picture_in_another_dress_is_withheld_whole(string carrier)
    {
        foreach (var picture in (byte[][])[Drawn.Jpeg, Drawn.Png])
            Assert.Equal(Carriage.Withheld, Survey(Carriers.Inseparable[carrier](picture)).Carriage);
    }

    [Fact]
    public void The_derived_copy_differs_from_the_original_in_nothing_but_the_run()
    {
        var data = Convert.ToBase64String(Drawn.Jpeg);
        var original = $"<html><p>before</p><img src=\"data:image/jpeg;base64,{data}\"><p>after</p></html>";
        var hash = Convert.ToHexStringLower(SHA256.HashData(Drawn.Jpeg));

        var copy = Encoding.ASCII.GetString(Copy(Encoding.ASCII.GetBytes(original)));

        Assert.Equal(original.Replace(data, $"[withheld by rule: {Drawn.Jpeg.Length} bytes, image/jpeg, sha256 {hash}]"), copy);
    }

    [Theory]
    [InlineData("01/02/2024, 10:00 - Alex: send 500 or I post it\n01/02/2024, 10:01 - Sam: please\n")]
    [InlineData("https://example.com/a/very/long/path/with/many/parts/and/numbers/1234567890/abcdefghijklmnopqrstuvwxyz/ABCDEF\n")]
    [InlineData("yes\nno\nmaybe\nperhaps\ntomorrow\nnever\nagain\nhello\nthere\n")]
    [InlineData("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4\n0x52908400098527886E0F7030069857D2E4169EE7\n")]
    [InlineData("Content-Type: image/jpeg is what he wrote\n\nhello\n")]
    [InlineData("begin 644 is how he began\nand then he went on and on about money\n")]
    [InlineData("")]
    public void Ordinary_text_is_clean(string text) => Assert.Equal(Carriage.Clean, Survey(Encoding.UTF8.GetBytes(text)).Carriage);

    [Fact]
    public void A_mail_whose_text_is_base64_is_clean()
    {
        var body = string.Concat(Enumerable.Repeat("Ciao, ho i tuoi video. Hai 48 ore. Perché non rispondi? ", 200));
        var mail = "From: a@example.com\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n" +
            Drawn.Wrapped(Encoding.UTF8.GetBytes(body));
        Assert.Equal(Carriage.Clean, Survey(Encoding.ASCII.GetBytes(mail)).Carriage);
    }

    [Fact]
    public void A_mail_signature_of_a_server_is_not_a_picture()
    {
        var mail = "DKIM-Signature: v=1; a=rsa-sha256;\r\n b=" + Drawn.Wrapped(Drawn.Filled([], 256, 5), 70, "\r\n\t") +
            "\r\nFrom: a@example.com\r\n\r\nhello\r\n";
        Assert.Equal(Carriage.Clean, Survey(Encoding.ASCII.GetBytes(mail)).Carriage);
    }

    [Fact]
    public void A_long_run_of_unknown_bytes_is_withheld()
    {
        var unknown = Drawn.Filled([1, 2, 3, 250], 6_000, 99);
        var survey = Survey(Encoding.ASCII.GetBytes("key: " + Convert.ToBase64String(unknown) + "\n"));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(unknown)), Assert.Single(survey.Embedded).Sha256);
    }

    [Fact]
    public void Two_pictures_on_lines_of_their_own_are_two()
    {
        var survey = Survey(Encoding.ASCII.GetBytes(Convert.ToBase64String(Drawn.Jpeg) + "\n" + Convert.ToBase64String(Drawn.Png) + "\n"));
        Assert.Equal(
            [Convert.ToHexStringLower(SHA256.HashData(Drawn.Jpeg)), Convert.ToHexStringLower(SHA256.HashData(Drawn.Png))],
            survey.Embedded.Select(run => run.Sha256));
    }

    [Fact]
    public void Base64_that_is_broken_by_other_characters_leaves_no_long_rest()
    {
        var data = Convert.ToBase64String(Drawn.Jpeg);
        var original = Encoding.ASCII.GetBytes("x: " + string.Join("*", data.Chunk(900).Select(c => new string(c))) + "\n");
        Leak.AssertNone(Drawn.Jpeg, Copy(original));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(4096)]
    public void It_does_not_matter_how_the_bytes_arrive(int step)
    {
        var original = Encoding.Latin1.GetBytes(Carriers.Separable["mailbox"](Drawn.Jpeg) + Carriers.Separable["JSON value with escaped code points"](Drawn.Png));
        var whole = Survey(original);
        var stepped = FileSurvey.Of(new ExportFile("a", null, () => new SlowStream(original, step)));
        Assert.NotEmpty(whole.Embedded);
        Assert.Equal(whole.Embedded, stepped.Embedded);
    }

    [Fact]
    public void A_voice_message_is_clean_and_one_with_a_cover_picture_is_not()
    {
        Assert.Equal(Carriage.Clean, Survey(Drawn.Ogg).Carriage);
        byte[] cover = [.. "ID3"u8, 4, 0, 0, 0, 0, 32, 0, .. Drawn.Filled([], 200, 3), .. Drawn.Jpeg];
        Assert.Equal(MediaKind.Sound, Survey(cover).Type.Kind);
        Assert.Equal(Carriage.Withheld, Survey(cover).Carriage);
    }

    [Fact]
    public void A_sound_file_with_a_picture_track_is_withheld()
    {
        byte[] start = [0, 0, 0, 16, .. "ftypM4A "u8, 0, 0, 0, 0];
        Assert.Equal(Carriage.Clean, Survey(Drawn.Filled(start, 2_000, 3)).Carriage);
        Assert.Equal(Carriage.Withheld, Survey([.. start, 0, 0, 0, 33, .. "hdlr"u8, .. new byte[8], .. "vide"u8, .. Drawn.Filled([], 2_000, 3)]).Carriage);
    }

    [Fact]
    public void A_file_that_changes_while_it_is_read_is_refused()
    {
        var reads = 0;
        var file = new ExportFile("a", null, () => new MemoryStream(Encoding.ASCII.GetBytes($"text {reads++}")));
        Assert.Throws<IOException>(() => FileSurvey.Of(file));
    }

    [Fact]
    public void A_file_that_changed_after_the_survey_is_not_copied()
    {
        var original = Encoding.ASCII.GetBytes(Carriers.Separable["JSON value"](Drawn.Jpeg));
        var survey = Survey(original);
        byte[] changed = [.. "{\"a\":1}"u8, .. original];
        Assert.Throws<IOException>(() => Read(new DerivedCopy(() => new MemoryStream(changed), survey)));
        Assert.Throws<IOException>(() => Read(new DerivedCopy(() => new MemoryStream(original, 0, 20), survey)));
    }

    [Fact]
    public void Any_bytes_have_an_answer_and_a_copy_is_clean_when_read_again() =>
        Gen.OneOf(
                Gen.Byte.Array[0, 400],
                Gen.String[Gen.Char[' ', '~'], 0, 400].Select(Encoding.ASCII.GetBytes),
                Gen.Int[0, Snippets.Length - 1].Select(i => Snippets[i]).Array[0, 12].Select(parts => parts.SelectMany(x => x).ToArray()))
            .Sample(bytes =>
            {
                var survey = Survey(bytes);
                if (survey.Carriage == Carriage.Clean)
                    Assert.Empty(survey.Embedded);
                if (survey.Carriage == Carriage.Separable)
                    Assert.Equal(Carriage.Clean, Survey(Copy(bytes, survey)).Carriage);
            }, iter: 2_000, seed: "0000KDJ3n5x4");

    [Fact]
    public void Among_any_text_a_picture_in_base64_is_found() =>
        Gen.Select(Gen.String[Gen.Char['a', 'z'], 0, 60], Gen.Int[30, 400], Gen.Int[8, 120], Gen.Int[0, 3].Select(i => LineEnds[i]), Gen.String[Gen.Char['0', '9'], 0, 20])
            .Sample((before, length, width, lineEnd, after) =>
            {
                var picture = Drawn.Jpeg[..length];
                var text = Encoding.ASCII.GetBytes($"{before} \"{Drawn.Wrapped(picture, width, lineEnd)}\" {after}");
                Leak.AssertNone(picture, Copy(text));
                Assert.NotEmpty(Survey(text).Embedded);
            }, iter: 1_000, seed: "0000KDJ3n5x4");

    private static readonly string[] LineEnds = ["\n", "\r\n", "\\n", "\n "];

    private static readonly byte[][] Snippets =
    [
        .. Carriers.Separable.Values.Select(make => Encoding.Latin1.GetBytes(make(Drawn.Jpeg[..600]))),
        .. "\r\n\r\n|--=_b1\r\n|begin 644 a\n|MEND\n|end\n|data:image/png;base64,|AAAA|/9j/|=|=\r\n|--|From a\n|Content-Type: image/png\r\n|%2|\\u00|&#4|&#x2B;|>>> |\t"
            .Split('|').Select(Encoding.ASCII.GetBytes),
    ];

    private static FileSurvey Survey(byte[] bytes) => FileSurvey.Of(ExportFile.FromBytes("a.txt", bytes));

    private static byte[] Copy(byte[] bytes, FileSurvey? survey = null) =>
        Read(new DerivedCopy(() => new MemoryStream(bytes), survey ?? Survey(bytes)));

    private static byte[] Read(Stream stream)
    {
        using var copy = new MemoryStream();
        using (stream)
            stream.CopyTo(copy);
        return copy.ToArray();
    }

    private sealed class SlowStream(byte[] bytes, int step) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, step)]);

        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, step));
    }
}
