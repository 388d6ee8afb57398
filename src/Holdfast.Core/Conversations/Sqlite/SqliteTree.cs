using System.Buffers.Binary;

namespace Holdfast.Conversations.Sqlite;

/// <summary>Which cell of which page: enough to read a row again.</summary>
internal readonly record struct SqliteCell(uint Page, int Index);

/// <summary>
/// Walks the b-tree of a table (section 1.5) and hands out its cells in the order of their row numbers. What is broken is
/// reported and passed by: the other branches still give their rows. A page is entered once, so that circles end.
/// </summary>
internal sealed class SqliteTree(SqlitePages pages, ProblemLog problems)
{
    private const byte Leaf = 0x0D;
    private const byte Interior = 0x05;

    // SQLite itself gives up at 20 levels; with the smallest pages 2^31 rows need far fewer.
    private const int Deepest = 32;

    /// <summary>True when every page so far could be read.</summary>
    internal bool IsWhole { get; private set; } = true;

    /// <summary>The cells below a root page.</summary>
    internal IEnumerable<SqliteCell> Cells(uint root)
    {
        var entered = new HashSet<uint>();
        var path = new Stack<Branch>();
        Enter(root, null);
        while (path.TryPeek(out var branch))
        {
            if (branch.IsLeaf)
            {
                for (var i = 0; i < branch.Cells; i++)
                    yield return new SqliteCell(branch.Page.Number, i);
                path.Pop();
            }
            else if (branch.Next > branch.Cells)
            {
                path.Pop();
            }
            else
            {
                var at = branch.Next++;
                if (branch.Child(at, pages.Header.Usable) is { } child)
                    Enter(child, branch);
                else
                    Break(branch.Page);
            }
        }

        void Enter(uint number, Branch? parent)
        {
            if (pages.Read(number) is { } page && path.Count < Deepest && entered.Add(number) && Branch.Of(page, pages.Header.Usable) is { } next)
                path.Push(next);
            else if (number > pages.Count && pages.IsCutOff)
                Cut();
            else
                Break(parent?.Page);
        }
    }

    private void Break(SqlitePage? page)
    {
        IsWhole = false;
        problems.Report(ProblemKind.Damaged, page is null || page.File != pages.File ? default : new RecordPlace(page.Offset, page.Available, 0));
    }

    private void Cut()
    {
        IsWhole = false;
        problems.ReportOnce(ProblemKind.Truncated, new RecordPlace(pages.Length, 0, 0));
    }

    private sealed class Branch(SqlitePage page, bool isLeaf, int cells)
    {
        internal SqlitePage Page => page;

        internal bool IsLeaf => isLeaf;

        internal int Cells => cells;

        internal int Next { get; set; }

        internal static Branch? Of(SqlitePage page, int usable)
        {
            var head = page.Bytes.AsSpan(page.Start);
            if (head[0] is not (Leaf or Interior) || page.Available < page.Start + 8)
                return null;
            var isLeaf = head[0] == Leaf;
            var room = (usable - page.Start - (isLeaf ? 8 : 12)) / 2;
            return new Branch(page, isLeaf, Math.Min(BinaryPrimitives.ReadUInt16BigEndian(head[3..]), room));
        }

        /// <summary>The page below: each cell has one to its left, and the last stands in the page's own header.</summary>
        internal uint? Child(int index, int usable)
        {
            if (index == cells)
                return BinaryPrimitives.ReadUInt32BigEndian(page.Bytes.AsSpan(page.Start + 8));
            var at = BinaryPrimitives.ReadUInt16BigEndian(page.Bytes.AsSpan(page.Start + 12 + 2 * index));
            return at <= usable - 4 ? BinaryPrimitives.ReadUInt32BigEndian(page.Bytes.AsSpan(at)) : null;
        }
    }
}
