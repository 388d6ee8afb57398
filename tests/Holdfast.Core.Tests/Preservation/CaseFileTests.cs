using System.Security.Cryptography;
using System.Text;
using Holdfast.Conversations;
using Holdfast.Findings;
using Holdfast.Packs;

namespace Holdfast.Preservation;

public class CaseFileTests
{
    private static readonly byte[][] Pictures = [Drawn.Jpeg, Drawn.Png, Drawn.Mp4, Drawn.Heic, Drawn.WebP, Drawn.Gif, Drawn.Bmp, Drawn.Pdf];

    [Fact]
    public void No_piece_of_any_picture_reaches_the_pack_in_whatever_way_it_came()
    {
        List<ExportFile> files = [ExportFile.FromBytes("chat.txt", "01/02/2024, 10:00 - Alex: pay\n"u8.ToArray())];
        foreach (var (picture, index) in Pictures.Select((p, i) => (p, i)))
        {
            files.Add(ExportFile.FromBytes($"folder/{index}.jpg", picture));
            files.Add(ExportFile.FromBytes($"folder/{index}.txt", picture));
            var archive = ExportFile.FromBytes($"export-{index}.zip", Drawn.Zip);
            files.Add(new ExportFile($"media/{index}.opus", null, () => new MemoryStream(picture)) { Container = archive });
            files.AddRange(Carriers.Separable.Select(c => ExportFile.FromBytes($"{c.Key} {index}.txt", Encoding.Latin1.GetBytes(c.Value(picture)))));
            if (index < 2)
                files.AddRange(Carriers.Inseparable.Select(c => ExportFile.FromBytes($"{c.Key} {index}.txt", c.Value(picture))));
        }

        var pack = Packed.Seal(files, new CaseOptions(), out var composed);

        byte[] everything = [.. Packed.Files(pack).Values.SelectMany(bytes => (byte[])[.. bytes, .. "\n#\n"u8])];
        Assert.True(everything.Length > 100_000);
        foreach (var picture in Pictures)
        {
            Assert.Contains(composed.Items, i => !i.Item.IsCopied && i.Item.Hash == Sha256Digest.Of(picture));
            Leak.AssertNone(picture, everything);
        }

        Assert.True(PackVerifier.Verify(new MemoryStream(pack), new PackVerifyOptions()) is PackReport { IsIntact: true });
    }

    [Fact]
    public void What_the_person_names_as_safe_is_copied_and_nothing_else()
    {
        ExportFile[] files = [ExportFile.FromBytes("a/screen.png", Drawn.Png), ExportFile.FromBytes("b/screen.png", Drawn.Jpeg)];

        var pack = Packed.Seal(files, new CaseOptions { SafeToCopy = ["a/screen.png"] }, out var composed);

        Assert.Equal([true, false], composed.Items.Select(i => i.Item.IsCopied));
        Assert.Contains(Packed.Files(pack).Values, bytes => bytes.AsSpan().SequenceEqual(Drawn.Png));
        Leak.AssertNone(Drawn.Jpeg, pack);
    }

    [Fact]
    public void A_safe_name_that_fits_two_different_files_copies_neither()
    {
        var one = ExportFile.FromBytes("one.zip", Drawn.Zip);
        ExportFile[] files =
        [
            new("screen.png", null, () => new MemoryStream(Drawn.Png)) { Container = one },
            ExportFile.FromBytes("screen.png", Drawn.Jpeg),
            ExportFile.FromBytes("note.txt", "hello"u8.ToArray()),
        ];

        var pack = Packed.Seal(files, new CaseOptions { SafeToCopy = ["screen.png", "nothing.png"] }, out var composed);

        Assert.Equal(["screen.png", "nothing.png"], composed.UnusedSafeNames);
        Leak.AssertNone(Drawn.Png, pack);
        Leak.AssertNone(Drawn.Jpeg, pack);
    }

    [Fact]
    public void A_picture_named_as_safe_stays_even_when_a_mail_carries_it_too()
    {
        ExportFile[] files =
        [
            ExportFile.FromBytes("mail.eml", Encoding.ASCII.GetBytes(Carriers.Separable["mail, base64 part"](Drawn.Png))),
            ExportFile.FromBytes("screen.png", Drawn.Png),
        ];

        var pack = Packed.Seal(files, new CaseOptions { SafeToCopy = ["screen.png"] }, out _);

        Assert.Single(Packed.Files(pack).Values, bytes => bytes.AsSpan().SequenceEqual(Drawn.Png));
    }

    [Fact]
    public void An_archive_is_never_copied_whole_even_when_it_is_named_as_safe()
    {
        var archive = ExportFile.FromBytes("export.zip", Drawn.Zip);
        ExportFile[] files =
        [
            new("chat.txt", null, () => new MemoryStream("hello"u8.ToArray())) { Container = archive },
            ExportFile.FromBytes("same.zip", Drawn.Zip),
        ];

        Packed.Seal(files, new CaseOptions { SafeToCopy = ["export.zip", "same.zip"] }, out var composed);

        Assert.Equal([false, true, false], composed.Items.Select(i => i.Item.IsCopied));
        Assert.Equal(composed.Items[0].Item.Number, composed.Items[1].Container);
    }

    [Fact]
    public void A_text_with_a_picture_is_withheld_and_its_derived_copy_stands_beside_it()
    {
        var mail = ExportFile.FromBytes("mail.eml", Encoding.ASCII.GetBytes(Carriers.Separable["mail, base64 part"](Drawn.Jpeg)));

        var pack = Packed.Seal([mail], new CaseOptions(), out var composed);

        Assert.Collection(
            composed.Items,
            original => Assert.False(original.Item.IsCopied),
            derived => Assert.Equal((true, composed.Items[0].Item.Number), (derived.Item.IsCopied, derived.Item.DerivedFrom!.Value)),
            carried => Assert.Equal((Sha256Digest.Of(Drawn.Jpeg), composed.Items[0].Item.Number), (carried.Item.Hash, carried.FoundIn!.Value)));
        Assert.Equal(composed.Items[0].Item.Number, composed.NumberOf(mail));
        Assert.Equal(composed.Items[1].Item.Number, composed.DerivedFrom(mail));
        var copy = Encoding.ASCII.GetString(Packed.Files(pack).Single(f => f.Key.Contains("/items/0002", StringComparison.Ordinal)).Value);
        Assert.Contains("You have one hour.", copy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_cannot_be_opened_makes_the_pack_partial()
    {
        ExportFile[] files = [ExportFile.FromBytes("a.txt", "hello"u8.ToArray()), new("b.txt", null, () => throw new IOException())];

        var pack = Packed.Seal(files, new CaseOptions(), out var composed);

        Assert.Equal(new CaseGap("b.txt", "cannot-open"), Assert.Single(composed.Gaps));
        Assert.Contains(Packed.Files(pack).Keys, name => name.Contains("-partial/metadata/gaps.json", StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_that_becomes_a_picture_after_it_was_looked_at_is_not_copied()
    {
        var opened = 0;
        ExportFile[] files =
        [
            ExportFile.FromBytes("a.txt", "hello"u8.ToArray()),
            new("b.txt", null, () => new MemoryStream(++opened <= 2 ? "just text"u8.ToArray() : Drawn.Jpeg)),
        ];

        var pack = Packed.Seal(files, new CaseOptions(), out var composed);

        Assert.Equal("changed-while-read", Assert.Single(composed.Gaps).Code);
        Leak.AssertNone(Drawn.Jpeg, pack);
    }

    [Fact]
    public void When_all_is_withheld_the_pack_holds_the_list()
    {
        var pack = Packed.Seal([ExportFile.FromBytes("a.jpg", Drawn.Jpeg)], new CaseOptions(), out var composed);
        Assert.Equal([false, true], composed.Items.Select(i => i.Item.IsCopied));
        Leak.AssertNone(Drawn.Jpeg, pack);
    }

    [Fact]
    public void The_account_is_an_item_and_carries_no_picture_either()
    {
        var pack = Packed.Seal([], new CaseOptions { Account = "It began in May. " + Convert.ToBase64String(Drawn.Png) }, out var composed);
        Assert.Contains(composed.Items, i => i.Item is { IsCopied: true, DerivedFrom: not null });
        Leak.AssertNone(Drawn.Png, pack);
    }

    [Fact]
    public void Quotes_point_at_the_item_and_the_raw_record()
    {
        var bytes = "01/02/2024, 10:00 - Alex: first\n01/02/2024, 10:01 - Alex: send 500\n"u8.ToArray();
        var chat = ExportFile.FromBytes("chat.txt", bytes);
        var message = new Message { File = chat, Text = "send 500", From = "Alex", Place = new RecordPlace(32, 35, 2) };
        var quote = new Quote(0, 1, 0, 8, "send 500", message);
        var missing = quote with { Source = new Message { File = ExportFile.FromBytes("x", []), Place = new RecordPlace(0, 10, 1) } };
        var assessment = new Assessment
        {
            Verdict = Verdict.Blackmail,
            Signs = [new SignFinding("money-demand", 1, [quote, missing], 2)],
            Identifiers = [new IdentifierFinding("phone", "+44 7700 900123", "+447700900123", true, [quote], 1)],
        };

        var pack = Packed.Seal([chat], new CaseOptions(), out var composed, assessment);

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes[32..67])), composed.RecordHashOf(quote));
        Assert.Null(composed.RecordHashOf(missing));
        Assert.Contains("0001", Encoding.UTF8.GetString(Packed.Files(pack).Single(f => f.Key.EndsWith("identifiers.csv", StringComparison.Ordinal)).Value), StringComparison.Ordinal);
    }

    [Fact]
    public void Items_come_in_input_order_with_their_archives_before_them()
    {
        var outer = ExportFile.FromBytes("outer.zip", Drawn.Zip);
        var inner = new ExportFile("inner.zip", null, () => new MemoryStream([.. Drawn.Zip, 1])) { Container = outer };
        ExportFile[] files =
        [
            ExportFile.FromBytes("first.txt", "1"u8.ToArray()),
            new("deep.txt", null, () => new MemoryStream("2"u8.ToArray())) { Container = inner },
            new("flat.txt", null, () => new MemoryStream("3"u8.ToArray())) { Container = outer },
        ];

        Packed.Seal(files, new CaseOptions(), out var composed);

        Assert.Equal(["first.txt", "outer.zip", "inner.zip", "deep.txt", "flat.txt"], composed.Items.Select(i => i.File!.Name));
    }
}
