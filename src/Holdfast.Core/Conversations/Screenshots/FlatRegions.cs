using System.Runtime.InteropServices;

namespace Holdfast.Conversations.Screenshots;

/// <summary>
/// All areas of a picture without edges in them. A cell is flat when the cells around it hardly differ; flat cells that
/// touch are one area. Edges of bubbles are never flat, however pale the bubble is, so no area leaks into the next, while
/// slow gradients stay in one piece.
/// </summary>
internal sealed class FlatRegions
{
    // Smaller ones are parts of letters.
    private const int LeastArea = 150;
    private const int LeastSide = 8;

    // The greatest difference between neighbours that still counts as flat.
    private const int Clean = 4;
    private const int Disturbed = 6;

    private readonly List<CellRun> _runs = [];
    private readonly List<int> _rowStarts = [];
    private readonly List<FlatRegion> _all = [];
    private int[] _regionOfRun;

    private FlatRegions(CellGrid grid)
    {
        var sets = new RunSets();
        var smooth = Noise.IsIn(grid) ? SmoothCells.Of(grid) : null;
        for (var y = 0; y < grid.Height; y++)
        {
            _rowStarts.Add(_runs.Count);
            AddRow(grid, y, smooth);
            Touch(sets, y);
        }

        _rowStarts.Add(_runs.Count);
        _regionOfRun = new int[_runs.Count];
        Gather(grid, i => sets.Root(i));
        if (smooth is not null && _all.Count > 0)
            Regrow(grid, RegionGrowth.Grow(grid, this, smooth));
    }

    /// <summary>The areas large enough to matter.</summary>
    internal IReadOnlyList<FlatRegion> All => _all;

    /// <summary>Finds them.</summary>
    internal static FlatRegions Of(CellGrid grid) => new(grid);

    /// <summary>The flat stretches of a row, left to right.</summary>
    internal ReadOnlySpan<CellRun> Row(int y) => CollectionsMarshal.AsSpan(_runs)[_rowStarts[y].._rowStarts[y + 1]];

    /// <summary>The number of the area that each stretch of a row belongs to, or -1.</summary>
    internal ReadOnlySpan<int> RowRegions(int y) => _regionOfRun.AsSpan(_rowStarts[y].._rowStarts[y + 1]);

    private void AddRow(CellGrid grid, int y, byte[]? smooth)
    {
        var rgb = smooth is null ? grid.Pixels.Rgb.Span : smooth;
        var (step, tolerance) = smooth is null ? (grid.Step * 3, Clean) : (3, Disturbed);
        var (above, here, below) = (Start(Math.Max(0, y - 1)), Start(y), Start(Math.Min(grid.Height - 1, y + 1)));
        var (last, start) = (grid.Width - 1, -1);
        int Start(int row) => smooth is null ? grid.Offset(0, row) : row * grid.Width * 3;
        for (var x = 0; x <= last; x++)
        {
            var (left, middle, right) = (Math.Max(0, x - 1) * step, x * step, Math.Min(last, x + 1) * step);
            var flat = true;
            for (var c = 0; c < 3 && flat; c++)
            {
                flat = Close(rgb[here + left + c], rgb[here + right + c], tolerance)
                    && Close(rgb[above + middle + c], rgb[below + middle + c], tolerance)
                    && Close(rgb[above + left + c], rgb[below + right + c], tolerance)
                    && Close(rgb[above + right + c], rgb[below + left + c], tolerance);
            }

            if (flat && start < 0)
                start = x;
            if (start >= 0 && (!flat || x == last))
            {
                var end = flat ? x : x - 1;
                if (end > start)
                    _runs.Add(new CellRun(y, start, end));
                start = -1;
            }
        }
    }

    private static bool Close(byte a, byte b, int tolerance) => a - b <= tolerance && b - a <= tolerance;

    private void Touch(RunSets sets, int y)
    {
        var upper = y > 0 ? _rowStarts[y - 1] : 0;
        var upperEnd = _rowStarts[y];
        for (var i = _rowStarts[y]; i < _runs.Count; i++)
        {
            sets.Add();
            while (upper < upperEnd && _runs[upper].Right < _runs[i].Left)
                upper++;
            for (var j = upper; j < upperEnd && _runs[j].Left <= _runs[i].Right; j++)
                sets.Join(j, i);
        }
    }

    private void Gather(CellGrid grid, Func<int, int> rootOf)
    {
        var sums = new Dictionary<int, RegionSum>();
        for (var i = 0; i < _runs.Count; i++)
        {
            var run = _runs[i];
            ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(sums, rootOf(i), out var known);
            sum.Add(run, known, grid.At((run.Left + run.Right) / 2, run.Y));
        }

        var ids = new Dictionary<int, int>();
        foreach (var (root, sum) in sums)
        {
            if (sum.Area >= LeastArea && sum.Box.Width >= LeastSide && sum.Box.Height >= LeastSide)
            {
                ids.Add(root, _all.Count);
                _all.Add(new FlatRegion(_all.Count, sum.Box, sum.Area, sum.Colour));
            }
        }

        for (var i = 0; i < _runs.Count; i++)
        {
            _regionOfRun[i] = ids.TryGetValue(rootOf(i), out var id) ? id : -1;
            if (_regionOfRun[i] >= 0)
                _all[_regionOfRun[i]].Add(_runs[i].Y, _runs[i].Left, _runs[i].Right);
        }
    }

    // The same again, from the number of the area of each cell.
    private void Regrow(CellGrid grid, int[] labels)
    {
        _runs.Clear();
        _rowStarts.Clear();
        _all.Clear();
        var roots = new List<int>();
        for (var y = 0; y < grid.Height; y++)
        {
            _rowStarts.Add(_runs.Count);
            var row = labels.AsSpan(y * grid.Width, grid.Width);
            for (var x = 0; x < row.Length;)
            {
                var end = x;
                while (end + 1 < row.Length && row[end + 1] == row[x])
                    end++;
                if (row[x] >= 0)
                {
                    _runs.Add(new CellRun(y, x, end));
                    roots.Add(row[x]);
                }

                x = end + 1;
            }
        }

        _rowStarts.Add(_runs.Count);
        _regionOfRun = new int[_runs.Count];
        Gather(grid, i => roots[i]);
    }

    private struct RegionSum
    {
        private long _r, _g, _b;

        internal CellBox Box { get; private set; }

        internal int Area { get; private set; }

        internal readonly Rgb Colour => new((byte)(_r / Area), (byte)(_g / Area), (byte)(_b / Area));

        internal void Add(CellRun run, bool known, Rgb colour)
        {
            var box = new CellBox(run.Left, run.Y, run.Right, run.Y);
            var length = run.Right - run.Left + 1;
            Box = known ? Box.With(box) : box;
            Area += length;
            (_r, _g, _b) = (_r + colour.R * length, _g + colour.G * length, _b + colour.B * length);
        }
    }
}
