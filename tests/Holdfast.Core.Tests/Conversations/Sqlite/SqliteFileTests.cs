using System.Text;
using CsCheck;
using Holdfast.Conversations;
using Holdfast.Conversations.Sqlite;

namespace Holdfast.Core.Tests.Conversations.Sqlite;

public sealed class SqliteFileTests
{
    private const string Notes = "CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT, size INTEGER, data BLOB)";

    [Theory]
    [InlineData(512, 0)]
    [InlineData(1024, 32)]
    [InlineData(4096, 0)]
    [InlineData(65_536, 0)]
    public void Rows_are_read_from_pages_of_every_size(int pageSize, int reserved)
    {
        var rows = Enumerable.Range(1, 300).Select(i => new object?[] { null, $"line {i}", i * 1_000_003L, null }).ToArray();
        var read = Read(new SqliteBuilder(pageSize, reserved: reserved).Table(Notes, rows).Build());
        Assert.Empty(read.Problems);
        Assert.Equal(Enumerable.Range(1, 300).Select(i => $"{i} line {i} {i * 1_000_003L}"), read.Lines);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void Text_is_read_in_the_encoding_of_the_file(string encoding)
    {
        var read = Read(new SqliteBuilder(1024, Encoding.GetEncoding(encoding)).Table(Notes, [null, "schön 😀 ни", 1, null]).Build());
        Assert.Equal(["1 schön 😀 ни 1"], read.Lines);
    }

    [Theory]
    [InlineData(471)]
    [InlineData(480)]
    [InlineData(5_000)]
    [InlineData(70_000)]
    public void Long_text_runs_on_over_further_pages(int length)
    {
        var text = string.Concat(Enumerable.Range(0, length).Select(i => (char)('a' + i % 26)));
        var read = Read(new SqliteBuilder(512).Table(Notes, [null, text, 1, null], [null, "next", 2, null]).Build());
        Assert.Empty(read.Problems);
        Assert.Equal([$"1 {text} 1", "2 next 2"], read.Lines);
    }

    [Fact]
    public void Every_width_of_whole_number_keeps_its_sign()
    {
        long[] numbers = [0, 1, -1, 127, -128, 32_767, -32_768, 8_388_607, -8_388_608, int.MaxValue, int.MinValue, (1L << 47) - 1, -(1L << 47), long.MaxValue, long.MinValue];
        var read = Read(new SqliteBuilder().Table(Notes, [.. numbers.Select(n => new object?[] { null, "n", n, null })]).Build());
        Assert.Equal(numbers.Select((n, i) => $"{i + 1} n {n}"), read.Lines);
    }

    [Fact]
    public void Row_numbers_of_nine_bytes_are_read()
    {
        var bytes = new SqliteBuilder().Numbered(Notes, (-5, [null, "a", 1, null]), (long.MaxValue, [null, "b", 1, null])).Build();
        Assert.Equal(["-5 a 1", $"{long.MaxValue} b 1"], Read(bytes).Lines);
    }

    [Fact]
    public void The_place_of_a_row_holds_its_words()
    {
        var bytes = new SqliteBuilder().Table(Notes, [null, "first words", 1, null], [null, "second words", 2, null]).Build();
        using var file = Open(bytes);
        foreach (var row in file.Table("note")!.Rows())
        {
            var cut = Encoding.UTF8.GetString(bytes, (int)row.Place.Offset, (int)row.Place.Length);
            Assert.Contains(row["text"].GetText()!, cut, StringComparison.Ordinal);
            Assert.Equal(row["text"].GetText(), file.Table("note")!.Row(row.Cell)!["text"].GetText());
        }
    }

    [Theory]
    [InlineData("CREATE TABLE note(\"id\" INTEGER PRIMARY KEY AUTOINCREMENT, [text] TEXT, `size` INT)", true)]
    [InlineData("CREATE TABLE note (id integer, text varchar(10,2) DEFAULT (1+(2)) CHECK (length(text) > 1, 2), size, PRIMARY KEY (id))", true)]
    [InlineData("CREATE TABLE note (id INT PRIMARY KEY, text, size)", false)]
    [InlineData("CREATE TABLE note (id INTEGER PRIMARY KEY DESC, text, size)", false)]
    [InlineData("CREATE TABLE note (id INTEGER, text, size, PRIMARY KEY (id, text))", false)]
    [InlineData("CREATE TABLE note -- the (notes)\n (id INTEGER PRIMARY KEY, /* , */ twice AS (size * 2), text TEXT, size, UNIQUE (text))", true)]
    [InlineData("CREATE TABLE IF NOT EXISTS main.note (id INTEGER NOT NULL PRIMARY KEY ON CONFLICT FAIL, text TEXT COLLATE NOCASE, size REFERENCES a(b))", true)]
    public void Columns_are_found_however_the_table_was_declared(string sql, bool isAlias)
    {
        var bytes = new SqliteBuilder().Entry("note", 2, sql).Table("CREATE TABLE x (a, b, c)", [7, "words", 3]).Build();
        using var file = Open(bytes);
        var row = file.Table("NOTE")!.Rows().Single();
        Assert.Equal("words", row["Text"].GetText());
        Assert.Equal(3, row["size"].Integer);
        Assert.Equal(isAlias ? 1 : 7, row["id"].Integer);
        Assert.Equal(SqliteKind.Null, row["twice"].Kind);
    }

    [Theory]
    [InlineData("INTEGER DEFAULT 5", "5")]
    [InlineData("INTEGER DEFAULT -5", "-5")]
    [InlineData("TEXT DEFAULT 'it''s' NOT NULL", "it's")]
    [InlineData("TEXT DEFAULT (1.5)", "1.5")]
    [InlineData("TEXT DEFAULT NULL", null)]
    [InlineData("TEXT", null)]
    public void A_column_added_later_has_its_default_in_older_rows(string declaration, string? value)
    {
        using var file = Open(new SqliteBuilder().Table($"CREATE TABLE note (text TEXT, late {declaration})", ["a"], ["b", "own"]).Build());
        Assert.Equal([value, "own"], file.Table("note")!.Rows().Select(r => r["late"].GetText()));
    }

    [Fact]
    public void A_table_without_row_numbers_is_refused_and_said_so()
    {
        var sink = new StrictSink();
        using var file = Open(new SqliteBuilder().Entry("note", 2, "CREATE TABLE note (id INTEGER PRIMARY KEY, a) WITHOUT ROWID").Build(), sink);
        Assert.True(file.Has("note"));
        Assert.Null(file.Table("note"));
        Assert.Equal([ProblemKind.UnsupportedFormat], sink.Problems.Select(p => p.Kind));
    }

    [Fact]
    public void Pages_that_point_in_a_circle_end()
    {
        var bytes = new SqliteBuilder(512).Table(Notes, [.. Enumerable.Range(0, 200).Select(i => new object?[] { null, $"line {i}", i, null })]).Build();
        // The last child of the table's root, page 2, becomes the root itself.
        bytes[512 + 11] = 2;
        var read = Read(bytes);
        Assert.Contains(read.Problems, p => p.Kind == ProblemKind.Damaged);
        Assert.InRange(read.Lines.Count, 150, 199);
    }

    [Fact]
    public void A_page_that_is_broken_does_not_take_the_others_with_it()
    {
        var bytes = new SqliteBuilder(512).Table(Notes, [.. Enumerable.Range(0, 200).Select(i => new object?[] { null, $"line {i}", i, null })]).Build();
        bytes.AsSpan(512 * 4, 512).Fill(0xEE);
        var read = Read(bytes);
        Assert.Equal([ProblemKind.Damaged], read.Problems.Select(p => p.Kind));
        Assert.InRange(read.Lines.Count, 150, 199);
    }

    [Fact]
    public void A_file_that_was_cut_off_gives_the_rows_of_its_other_pages()
    {
        var bytes = new SqliteBuilder(512).Table(Notes, [.. Enumerable.Range(0, 200).Select(i => new object?[] { null, $"line {i}", i, null })]).Build();
        var read = Read(bytes[..^1500]);
        Assert.Contains(read.Problems, p => p.Kind == ProblemKind.Truncated);
        Assert.InRange(read.Lines.Count, 100, 199);
    }

    [Fact]
    public void Rows_that_share_one_chain_of_pages_do_not_read_it_again_and_again()
    {
        var bytes = new SqliteBuilder(512).Table(Notes, [.. Enumerable.Range(0, 3).Select(i => new object?[] { null, new string('x', 3_081), i, null })]).Build();
        // All cells of the table's page point to the chain of the first.
        var cells = Enumerable.Range(0, 3).Select(i => bytes[512 + 8 + 2 * i] << 8 | bytes[512 + 9 + 2 * i]).ToArray();
        var first = bytes.AsSpan(512 + 512 - 4, 4).ToArray();
        foreach (var end in cells[..2])
            first.CopyTo(bytes.AsSpan(512 + end - 4));
        using var file = Open(bytes);
        Assert.Equal([false, true, true], file.Table("note")!.Rows().Select(r => r.IsDamaged));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_was_committed_to_the_log_counts_and_nothing_after_it(bool bigEndian)
    {
        var old = new SqliteBuilder(512).Table(Notes, [null, "old", 1, null]).Build();
        var fresh = new SqliteBuilder(512).Table(Notes, [null, "new", 1, null], [null, "more", 2, null]).Build();
        var open = new SqliteBuilder(512).Table(Notes, [null, "never", 1, null]).Build();
        var log = SqliteBuilder.Log(512, bigEndian, (1, 0, fresh[..512]), (2, 2, fresh[512..]), (2, 0, open[512..]));
        var read = Read(old, log);
        Assert.Empty(read.Problems);
        Assert.Equal(["1 new 1", "2 more 2"], read.Lines);
        Assert.Equal(["log", "log"], read.Files);
    }

    [Fact]
    public void A_broken_frame_of_the_log_and_all_behind_it_do_not_count()
    {
        var old = new SqliteBuilder(512).Table(Notes, [null, "old", 1, null]).Build();
        var fresh = new SqliteBuilder(512).Table(Notes, [null, "new", 1, null]).Build();
        var log = SqliteBuilder.Log(512, false, (2, 2, fresh[512..]), (2, 2, old[512..]));
        log[^1] ^= 1;
        var read = Read(old, log);
        Assert.Equal(["1 new 1"], read.Lines);
        Assert.Equal([ProblemKind.Damaged], read.Problems.Select(p => p.Kind));
    }

    [Fact]
    public void An_entry_of_an_archive_is_read_from_memory()
    {
        var bytes = new SqliteBuilder().Table(Notes, [null, "zipped", 1, null]).Build();
        var file = new ExportFile("db", bytes.Length, () => new Forward(bytes));
        using var database = SqliteFile.Open(file, null, new ReadingOptions(), new ProblemLog(new StrictSink(), "db"));
        Assert.Equal("zipped", database!.Table("note")!.Rows().Single()["text"].GetText());
    }

    [Fact]
    public void Any_change_of_bytes_still_ends()
    {
        var bytes = new SqliteBuilder(512).Table(Notes, [.. Enumerable.Range(0, 40).Select(i => new object?[] { null, new string('y', i * 40), i, null })]).Build();
        Gen.Select(Gen.Int[0, bytes.Length - 1], Gen.Byte).Array[1, 20].Sample(changes =>
        {
            var changed = (byte[])bytes.Clone();
            foreach (var (index, value) in changes)
                changed[index] = value;
            var read = Read(changed);
            Assert.True(read.Lines.Count <= 20_000);
        });
    }

    [Fact]
    public void Any_statement_gives_columns_or_none() =>
        Gen.String[Gen.Char["CREATE TABLE(),'\"[]`-*/. intkyprmd"], 0, 80].Sample(sql => CreateTable.Read(sql)?.TryFind("id", out _) != true || sql.Contains("id", StringComparison.OrdinalIgnoreCase));

    private static SqliteFile Open(byte[] bytes, StrictSink? sink = null) =>
        SqliteFile.Open(ExportFile.FromBytes("db", bytes), null, new ReadingOptions(), new ProblemLog(sink ?? new StrictSink(), "db"))!;

    private static (List<string> Lines, List<string> Files, IReadOnlyList<ReadingProblem> Problems) Read(byte[] bytes, byte[]? log = null)
    {
        var sink = new StrictSink();
        using var file = SqliteFile.Open(
            ExportFile.FromBytes("db", bytes), log is null ? null : ExportFile.FromBytes("log", log), new ReadingOptions(), new ProblemLog(sink, "db"));
        var rows = file?.Table("note")?.Rows().ToList() ?? [];
        return ([.. rows.Select(r => $"{r["id"].Integer} {r["text"].GetText()} {r["size"].GetText()}")], [.. rows.Select(r => r.File.Name)], sink.Problems);
    }

    private sealed class Forward(byte[] bytes) : MemoryStream(bytes, writable: false)
    {
        public override bool CanSeek => false;
    }
}
