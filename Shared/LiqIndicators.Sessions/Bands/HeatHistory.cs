using LiqIndicators.Analytics.Liquidation;
using LiqIndicators.Analytics.Liquidation.Forecast;
using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Sessions.Bands;

/// <summary>Remembers what the map looked like, in coarse cells of time and price.</summary>
/// <remarks>
/// A column is what was known when it was taken and is never touched again. Rows lie on one axis of log price, so that what
/// stays the same from column to column is one object. Memory and cost per column are fixed; nothing is allocated between columns
/// once the ring is full.
/// </remarks>
internal sealed class HeatHistory
{
    /// <summary>Columns remembered.</summary>
    internal const int Columns = 48;

    /// <summary>Rows to either side of the price.</summary>
    internal const int RowsPerSide = 16;

    private readonly Column[] _ring = new Column[Columns];
    private readonly double _rowLogHeight;
    private readonly TimeSpan _columnLength;
    private long _taken;

    /// <summary>Remembers nothing yet.</summary>
    /// <param name="range">How far from the price to look; fraction of the price; in (0, 1).</param>
    /// <param name="span">Time that all columns cover together; above zero.</param>
    internal HeatHistory(double range, TimeSpan span)
    {
        // Both sides reach as far as the nearer one, longs, in log price.
        _rowLogHeight = -Math.Log(1 - range) / RowsPerSide;
        _columnLength = span / Columns;
    }

    /// <summary>Takes a column if the last one is old enough.</summary>
    internal void Take(LiquidationForecast forecast, DateTime publishedUtc)
    {
        if (_taken > 0 && publishedUtc < At(_taken - 1).StartUtc + _columnLength)
        {
            return;
        }

        LiquidationMap map = forecast.Map;
        int slot = (int)(_taken++ % Columns);
        Column column = _ring[slot] ??= new Column();
        int middle = RowOf(map.LastPrice);
        column.StartUtc = publishedUtc;
        column.FirstRow = middle - RowsPerSide;
        for (int i = 0; i < Column.Rows; i++)
        {
            double low = PriceOf(column.FirstRow + i);
            double high = PriceOf(column.FirstRow + i + 1);
            column.Longs[i] = forecast.Scale(PositionSide.Long) * map.NotionalBetween(PositionSide.Long, low, high);
            column.Shorts[i] = forecast.Scale(PositionSide.Short) * map.NotionalBetween(PositionSide.Short, low, high);
        }
    }

    /// <summary>The map through time, strongest cells first where not all have room.</summary>
    /// <param name="cells">Cleared and filled.</param>
    /// <param name="endUtc">Where the last column ends: the time the reader lives in.</param>
    /// <param name="room">Most cells.</param>
    internal void Fill(List<HeatCell> cells, DateTime endUtc, int room)
    {
        cells.Clear();
        long first = Math.Max(0, _taken - Columns);
        double largest = 0;
        for (long i = first; i < _taken; i++)
        {
            largest = Math.Max(largest, Math.Max(At(i).Longs.Max(), At(i).Shorts.Max()));
        }

        if (!(largest > 0))
        {
            return;
        }

        Dictionary<(PositionSide Side, int Row), HeatCell> open = [];
        for (long i = first; i < _taken; i++)
        {
            Column column = At(i);
            DateTime columnEndUtc = i + 1 < _taken ? At(i + 1).StartUtc : endUtc > column.StartUtc ? endUtc : column.StartUtc;
            for (int row = 0; row < Column.Rows; row++)
            {
                Add(PositionSide.Long, column.Longs[row] / largest, column.FirstRow + row);
                Add(PositionSide.Short, column.Shorts[row] / largest, column.FirstRow + row);
            }

            void Add(PositionSide side, double share, int row)
            {
                int strength = BandSelection.StrengthOf(share);
                if (open.TryGetValue((side, row), out HeatCell cell))
                {
                    if (cell.EndUtc == column.StartUtc && cell.Strength == strength)
                    {
                        open[(side, row)] = cell with { EndUtc = columnEndUtc };
                        return;
                    }

                    cells.Add(cell);
                    open.Remove((side, row));
                }

                if (share >= BandSelection.FaintestShare)
                {
                    open.Add((side, row), new HeatCell(side, column.StartUtc, columnEndUtc, PriceOf(row), PriceOf(row + 1), strength));
                }
            }
        }

        cells.AddRange(open.Values);
        cells.Sort(static (a, b) => Compare(b, a));
        if (cells.Count > room)
        {
            cells.RemoveRange(room, cells.Count - room);
        }
    }

    /// <summary>Stronger first, then longer, then later, then lower.</summary>
    private static int Compare(in HeatCell a, in HeatCell b)
    {
        int order = a.Strength.CompareTo(b.Strength);
        order = order != 0 ? order : (a.EndUtc - a.StartUtc).CompareTo(b.EndUtc - b.StartUtc);
        order = order != 0 ? order : a.EndUtc.CompareTo(b.EndUtc);
        return order != 0 ? order : b.LowPrice.CompareTo(a.LowPrice);
    }

    private Column At(long number) => _ring[number % Columns];

    private int RowOf(double price) => (int)Math.Floor(Math.Log(price) / _rowLogHeight);

    private double PriceOf(int row) => Math.Exp(row * _rowLogHeight);

    private sealed class Column
    {
        internal const int Rows = (2 * RowsPerSide) + 1;

        internal DateTime StartUtc { get; set; }

        internal int FirstRow { get; set; }

        internal double[] Longs { get; } = new double[Rows];

        internal double[] Shorts { get; } = new double[Rows];
    }
}
