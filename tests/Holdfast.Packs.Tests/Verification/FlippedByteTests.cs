using System.Text;
using CsCheck;

namespace Holdfast.Packs.Tests.Verification;

/// <summary>No byte of a pack may change, and no line of the log, without some layer objecting.</summary>
public sealed class FlippedByteTests
{
    private static readonly TestPack Pack = TestPack.Make();

    [Fact]
    public void Any_byte_of_any_file_that_changes_makes_a_layer_object()
    {
        var files = Pack.Files.ToArray();
        Gen.Select(Gen.Int[0, files.Length - 1], Gen.Int[0, int.MaxValue], Gen.Byte[1, 255]).Sample((file, place, mask) =>
        {
            var bytes = (byte[])files[file].Value.Clone();
            if (bytes.Length == 0)
                return true;
            bytes[place % bytes.Length] ^= mask;
            return !IsIntact(files, file, bytes);
        }, iter: 1500, threads: 1);
    }

    [Fact]
    public void Every_byte_of_the_seal_that_changes_makes_the_seal_layer_object()
    {
        foreach (var path in new[] { PackLayout.Signature, PackLayout.Signer })
        {
            var files = Pack.Files.ToArray();
            var file = Array.FindIndex(files, f => f.Key == path);
            for (var i = 0; i < files[file].Value.Length; i++)
            {
                var bytes = (byte[])files[file].Value.Clone();
                bytes[i] ^= 1;
                Assert.False(IsIntact(files, file, bytes), $"{path} {i}");
            }
        }
    }

    [Fact]
    public void Any_byte_cut_from_or_put_at_the_end_of_a_file_makes_a_layer_object()
    {
        var files = Pack.Files.ToArray();
        for (var i = 0; i < files.Length; i++)
        {
            Assert.False(IsIntact(files, i, files[i].Value[..^1]), files[i].Key);
            Assert.False(IsIntact(files, i, [.. files[i].Value, (byte)'\n']), files[i].Key);
        }
    }

    [Fact]
    public void Any_line_of_the_log_that_is_removed_swapped_or_edited_is_found_by_the_custody_layer_even_under_a_new_seal()
    {
        var lines = Encoding.ASCII.GetString(Pack.Files[PackLayout.Custody]).TrimEnd('\n').Split('\n');
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, lines.Length - 1], Gen.Int[0, lines.Length - 1], Gen.Int[0, 1000]).Sample((how, a, b, at) =>
        {
            var changed = lines.ToList();
            if (how == 0)
                changed.RemoveAt(a);
            else if (how == 1)
                (changed[a], changed[b]) = (changed[b], changed[a]);
            else
                changed[a] = Edit(changed[a], at);
            if (changed.SequenceEqual(lines))
                return true;
            var pack = TestPack.Make();
            pack.Files[PackLayout.Custody] = TestPack.Bytes(string.Concat(changed.Select(l => l + "\n")));
            pack.Reseal(pack.Key);
            return pack.Verify().FirstFailed == PackLayer.Custody;
        }, iter: 150, threads: 1);
    }

    [Fact]
    public void A_line_of_the_log_that_is_edited_is_found_even_when_count_and_end_are_stated_anew()
    {
        var pack = TestPack.Make();
        var log = Encoding.ASCII.GetString(pack.Files[PackLayout.Custody]);
        pack.Files[PackLayout.Custody] = TestPack.Bytes(log.Replace("\"N1\"", "\"N9\"", StringComparison.Ordinal));
        pack.StateCustody();
        pack.Reseal(pack.Key);
        var report = pack.Verify();
        Assert.Equal(PackLayer.Custody, report.FirstFailed);
        Assert.Equal(PackFault.CustodyChainBroken, Assert.Single(report[PackLayer.Custody].Objections).Fault);
    }

    [Fact]
    public void Any_bytes_whatever_get_a_verdict()
    {
        Gen.Byte.Array[0, 300].Sample(bytes => PackVerifier.Verify(new MemoryStream(bytes)) is NotAPack, iter: 2000);
        Gen.Select(Gen.Int[0, Pack.Zip.Length - 1], Gen.Byte, Gen.Int[0, Pack.Zip.Length]).Sample((at, value, length) =>
        {
            var zip = Pack.Zip[..length];
            if (at < length)
                zip[at] = value;
            // Cut short, it is not intact; at full length, at most the one byte of a date or an attribute is different.
            return PackVerifier.Verify(new MemoryStream(zip)) is not PackReport { IsIntact: true } || length == Pack.Zip.Length;
        }, iter: 2000);
    }

    private static bool IsIntact(KeyValuePair<string, byte[]>[] files, int changed, byte[] bytes)
    {
        var folder = TestPack.ToFolder(files.Select((f, i) => i == changed ? new(f.Key, bytes) : f));
        return Assert.IsType<PackReport>(PackVerifier.Verify(folder)).IsIntact;
    }

    private static string Edit(string line, int at)
    {
        at %= line.Length;
        return line[..at] + (char)(line[at] ^ 1) + line[(at + 1)..];
    }
}
