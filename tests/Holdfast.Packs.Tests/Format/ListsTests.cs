using System.Text;
using CsCheck;

namespace Holdfast.Packs.Tests.Format;

public sealed class ListsTests
{
    [Theory]
    [InlineData("0001", true)]
    [InlineData("9999", true)]
    [InlineData("10000", true)]
    [InlineData("0000", false)]
    [InlineData("1", false)]
    [InlineData("00001", false)]
    [InlineData("1234567890", false)]
    [InlineData("-001", false)]
    [InlineData("\u0661\u0662\u0663\u0664", false)]
    public void Item_numbers_have_one_spelling(string text, bool isGood)
    {
        Assert.Equal(isGood, ItemNumber.TryParse(text, out var number));
        if (isGood)
            Assert.Equal(text, number.ToString());
    }

    [Theory]
    [InlineData("pack-7QK2-MX4D", true)]
    [InlineData("pack-7QK2-MX4I", false)]
    [InlineData("pack-7qk2-mx4d", false)]
    [InlineData("pack-7QK2MX4D", false)]
    [InlineData("pack-7QK2-MX4D-partial", false)]
    public void Pack_ids_have_one_spelling(string text, bool isGood)
    {
        Assert.Equal(isGood, PackId.TryParse(text, out var id));
        Assert.Equal(isGood ? text : "", id.ToString());
    }

    [Fact]
    public void Any_bytes_whatever_are_read_as_a_manifest_a_log_and_bag_info_without_harm() =>
        Gen.Byte.Array[0, 400].Sample(bytes =>
        {
            var manifest = Manifest.Read(bytes, PackLayout.Manifest);
            var log = CustodyReading.Read(bytes);
            _ = BagInfo.Read(bytes, []);
            _ = ItemsJson.Read(bytes);
            return bytes.Length == 0 || manifest.Objections.Count > 0 && log.Objections.Count > 0;
        }, iter: 3000);

    [Fact]
    public void What_a_manifest_reads_it_writes_again()
    {
        var path = Gen.Int[1, 99999].Select(n => $"data/items/{new ItemNumber(n)}.txt");
        Gen.Select(path, Gen.Byte.Array[32]).Array[0, 20].Sample(files =>
        {
            var unique = files.DistinctBy(f => f.Item1).Select(f => (f.Item1, Sha256Digest.FromBytes(f.Item2))).ToList();
            var reading = Manifest.Read(Manifest.Write(unique), PackLayout.Manifest);
            return reading.Objections.Count == 0
                && reading.Lines.Select(l => (l.Path, l.Hash)).SequenceEqual(unique.OrderBy(f => f.Item1, StringComparer.Ordinal));
        });
    }

    [Theory]
    [InlineData("AA", "aa")]
    [InlineData("data/items/0001.TXT", "data/items/0001.txt")]
    public void A_manifest_that_lists_a_path_twice_in_any_case_is_not_good(string a, string b)
    {
        var hash = Sha256Digest.Of("x"u8);
        var reading = Manifest.Read(Encoding.ASCII.GetBytes($"{hash}  {a}\n{hash}  {b}\n"), PackLayout.Manifest);
        Assert.Equal(new PackObjection(PackFault.LineRepeated, PackLayout.Manifest, 2), Assert.Single(reading.Objections));
    }

    [Theory]
    [InlineData("A: 1\r\n")]
    [InlineData("A: 1\n  folded\n")]
    [InlineData("A: 1\nA: 2\n")]
    [InlineData("A: 1")]
    [InlineData("A 1\n")]
    [InlineData("\uFEFFA: 1\n")]
    public void Bag_info_in_another_spelling_is_not_good(string text)
    {
        var objections = new List<PackObjection>();
        BagInfo.Read(Encoding.UTF8.GetBytes(text), objections);
        Assert.NotEmpty(objections);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+44 7700 900123", "'+44 7700 900123")]
    [InlineData("-1", "'-1")]
    [InlineData("@example.user", "'@example.user")]
    [InlineData("\tx", "'\tx")]
    [InlineData("'x", "''x")]
    [InlineData("\uFF1D1", "'\uFF1D1")]
    [InlineData(" =1", "' =1")]
    [InlineData(" a ", "\" a \"")]
    [InlineData("a,\"b\"", "\"a,\"\"b\"\"\"")]
    [InlineData("a\nb", "\"a\nb\"")]
    [InlineData("plain", "plain")]
    public void A_cell_never_starts_a_formula(string value, string written)
    {
        var csv = Encoding.UTF8.GetString(IdentifiersCsv.Write([new IdentifierRow("k", value, "", null, "")]));
        Assert.Equal($"kind,as_seen,normalised,item,first_seen\r\nk,{written},,,\r\n", csv);
    }

    [Fact]
    public void A_log_line_that_uses_a_name_twice_or_nests_is_not_good()
    {
        var zero = default(Sha256Digest);
        foreach (var bad in new[] { "\"seq\":1,\"seq\":1", "\"seq\":1,\"x\":{}", "\"seq\":1,\"x\":[1]", "\"seq\":1.5", "\"seq\":\"1\"" })
        {
            var line = $"{{{bad},\"time\":\"2025-01-06T09:00:00Z\",\"event\":\"case-opened\",\"prev\":\"{zero}\"}}\n";
            Assert.Equal(PackFault.LineMalformed, Assert.Single(CustodyReading.Read(Encoding.UTF8.GetBytes(line)).Objections).Fault);
        }
    }

    [Fact]
    public void Our_own_log_is_read_without_a_fault()
    {
        var log = TestPack.Make().Sealed.CustodyLog.Span;
        var reading = CustodyReading.Read(log);
        Assert.Empty(reading.Objections);
        Assert.Equal(log.Count((byte)'\n'), reading.Count);
    }
}
