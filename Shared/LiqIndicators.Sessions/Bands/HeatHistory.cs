using LiqIndicators.Analytics.Liquidation;
using LiqIndicators.Analytics.Liquidation.Forecast;
using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Sessions.Bands;

/// <summary>Remembers what the map looked like, in fine cells of time and price; <see cref="HeatTiling"/> says which of them are drawn as one.</summary>
/// <remarks>
/// A column is what was known when it was taken and is never touched again. Rows lie on one axis of log price, so that what
/// stays the same from column to column is one object. Memory and cost per column are fixed; nothing is allocated between columns
/// once the ring is full.
/// </remarks>
internal sealed class HeatHistory
{
    /// <summary>Columns remembered.</summary>
    internal const int Columns = 80;

    /// <summary>Rows to either side of the price.</summary>
    internal const int RowsPerSide = 128;

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

    /// <summary>Columns held now.</summary>
    internal int Count => (int)Math.Min(_taken, Columns);

    /// <summary>Takes a column if the last one is old enough.</summary>
    internal void Take(LiquidationForecast forecast, DateTime publishedUtc)
    {
        if (_taken > 0 && publishedUtc < At(Count - 1).StartUtc + _columnLength)
        {
            return;
        }

        LiquidationMap map = forecast.Map;
        Column column = _ring[(int)(_taken++ % Columns)] ??= new Column();
        column.StartUtc = publishedUtc;
        column.FirstRow = RowOf(map.LastPrice) - RowsPerSide;
        for (int i = 0; i < Column.Rows; i++)
        {
            double low = PriceOf(column.FirstRow + i);
            double high = PriceOf(column.FirstRow + i + 1);
            column.Longs[i] = forecast.Scale(PositionSide.Long) * map.NotionalBetween(PositionSide.Long, low, high);
            column.Shorts[i] = forecast.Scale(PositionSide.Short) * map.NotionalBetween(PositionSide.Short, low, high);
        }
    }

    /// <summary>When a column was taken; UTC.</summary>
    /// <param name="column">0 for the oldest that is held.</param>
    internal DateTime StartOf(int column) => At(column).StartUtc;

    /// <summary>What stood in some rows, per row; quote currency; 0 beyond what was looked at.</summary>
    /// <param name="side">Side of the positions.</param>
    /// <param name="column">0 for the oldest that is held.</param>
    /// <param name="row">Lowest row.</param>
    /// <param name="rows">How many; above 0.</param>
    internal double MeanOf(PositionSide side, int column, int row, int rows)
    {
        Column taken = At(column);
        double[] amounts = side == PositionSide.Long ? taken.Longs : taken.Shorts;
        int last = Math.Min(row + rows - taken.FirstRow, Column.Rows);
        double sum = 0;
        for (int i = Math.Max(0, row - taken.FirstRow); i < last; i++)
        {
            sum += amounts[i];
        }

        return sum / rows;
    }

    /// <summary>The row that holds a price above 0.</summary>
    internal int RowOf(double price) => (int)Math.Floor(Math.Log(price) / _rowLogHeight);

    /// <summary>Lower edge of a row; quote currency per base unit.</summary>
    internal double PriceOf(int row) => Math.Exp(row * _rowLogHeight);

    private Column At(int column) => _ring[(int)((_taken - Count + column) % Columns)];

    private sealed class Column
    {
        internal const int Rows = (2 * RowsPerSide) + 1;

        internal DateTime StartUtc { get; set; }

        internal int FirstRow { get; set; }

        internal double[] Longs { get; } = new double[Rows];

        internal double[] Shorts { get; } = new double[Rows];
    }
}
