using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Liquidation.Forecast;

/// <summary>A map with what its dollars mean: how much to expect as printed liquidations if price goes to a level, with a range.</summary>
/// <remarks>
/// Each bar is first compared with what was expected of it, then taken by the map: scale and range know only the past.
/// A bar whose open is not at the last close is judged from its own open. Nothing is allocated after construction.
/// </remarks>
public sealed class LiquidationForecast
{
    /// <summary>Moves shorter than this say nothing about the map: fraction of the price.</summary>
    public const double ShortestMove = 0.0005;

    private readonly ILiquidationBook _book;
    private readonly SideForecast _longs;
    private readonly SideForecast _shorts;
    private readonly DayMean _dayRange;
    private double _lastOpenInterestNotional = double.NaN;

    /// <summary>Joins a book that nobody else feeds.</summary>
    /// <param name="book">A map, or several kept together, without bars.</param>
    /// <param name="barLength">Length of a bar; above zero.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="barLength"/> is not above zero.</exception>
    public LiquidationForecast(ILiquidationBook book, TimeSpan barLength)
    {
        ArgumentNullException.ThrowIfNull(book);
        _book = book;
        _longs = new SideForecast(barLength.TotalHours);
        _shorts = new SideForecast(barLength.TotalHours);
        Health = new MapHealth(barLength.TotalHours);
        _dayRange = new DayMean(Math.Clamp((int)Math.Round(24 / barLength.TotalHours), 1, 1440));
    }

    /// <summary>The map.</summary>
    public LiquidationMap Map => _book.Map;

    /// <summary>What the map lacks, and how far it can be relied on.</summary>
    public MapHealth Health { get; }

    /// <summary>Where new positions would be liquidated, as assumed now.</summary>
    public LeverageKernel Kernel => _book.Kernel;

    /// <summary>Bars with published liquidations that scale and range have learnt from.</summary>
    public long LearntBars { get; private set; }

    /// <summary>Printed over crossed dollars of a side, as known now; fraction.</summary>
    public double Scale(PositionSide side) => Of(side).Scale.Value;

    /// <summary>Printed liquidations to expect of some open mass, with a range.</summary>
    /// <param name="side">Side of the positions.</param>
    /// <param name="openNotional">Open mass; quote currency; &gt;= 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The mass is NaN, negative or infinite.</exception>
    public LiquidationEstimate Expect(PositionSide side, double openNotional)
    {
        SideForecast forecast = Of(side);
        return forecast.Range.Around(forecast.Scale.Value * Guard.NotNegative(openNotional));
    }

    /// <summary>The range around liquidations that are expected already, so scaled.</summary>
    /// <param name="side">Side of the positions.</param>
    /// <param name="expectedNotional">Quote currency; &gt;= 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is NaN, negative or infinite.</exception>
    public LiquidationEstimate Around(PositionSide side, double expectedNotional) => Of(side).Range.Around(expectedNotional);

    /// <summary>How the map has done against distance alone.</summary>
    /// <param name="side">Side of the positions.</param>
    public DistanceComparison AgainstDistance(PositionSide side) => Of(side).Score.Value;

    /// <summary>Open mass of a side that a move would cross, at the price it starts from.</summary>
    /// <param name="side">Side of the positions: longs for a fall, shorts for a rise.</param>
    /// <param name="fromPrice">Quote currency per base unit; &gt; 0.</param>
    /// <param name="toPrice">Quote currency per base unit; &gt; 0; a price on the other side of the start crosses nothing.</param>
    /// <returns>Quote currency; 0 before the first bar.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A price is NaN or not above 0.</exception>
    public double CrossedNotional(PositionSide side, double fromPrice, double toPrice)
    {
        Guard.Positive(fromPrice);
        Guard.Positive(toPrice);
        bool crosses = side == PositionSide.Long ? toPrice < fromPrice : toPrice > fromPrice;
        return crosses
            ? fromPrice * Map.QuantityBetween(side, Math.Min(fromPrice, toPrice), Math.Max(fromPrice, toPrice))
            : 0;
    }

    /// <summary>Takes a closed bar.</summary>
    /// <param name="bar">A bar after the last one taken.</param>
    /// <exception cref="ArgumentOutOfRangeException">The map refuses the bar; nothing is then changed.</exception>
    public void Update(in MarketBar bar)
    {
        bool isReady = Map.IsReady;
        double longs = isReady ? CrossedNotional(PositionSide.Long, bar.Open, bar.Low) : 0;
        double shorts = isReady ? CrossedNotional(PositionSide.Short, bar.Open, bar.High) : 0;
        double openInterest = _lastOpenInterestNotional;
        double usualRange = _dayRange.Value;
        _book.Take(bar);
        Health.Update(bar, _book);
        _lastOpenInterestNotional = bar.OpenInterestNotional;
        _dayRange.Update((bar.High - bar.Low) / bar.Open);
        if (!isReady)
        {
            return;
        }

        _longs.Compare(longs, bar.LiquidatedLongNotional, 1 - (bar.Low / bar.Open), usualRange, openInterest);
        _shorts.Compare(shorts, bar.LiquidatedShortNotional, (bar.High / bar.Open) - 1, usualRange, openInterest);

        bool hasLearnt = _longs.Learn(longs, bar.LiquidatedLongNotional, 1 - (bar.Low / bar.Open));
        hasLearnt |= _shorts.Learn(shorts, bar.LiquidatedShortNotional, (bar.High / bar.Open) - 1);
        LearntBars += hasLearnt ? 1 : 0;
    }

    private SideForecast Of(PositionSide side) => side == PositionSide.Long ? _longs : _shorts;

    private sealed class SideForecast
    {
        internal SideForecast(double barHours)
        {
            Scale = new LiquidationScale(barHours);
            Score = new DistanceScore(barHours);
        }

        internal LiquidationScale Scale { get; }

        internal LiquidationRange Range { get; } = new();

        internal DistanceScore Score { get; }

        internal void Compare(double crossed, double realised, double move, double usualRange, double openInterest)
        {
            if (move >= ShortestMove && realised >= 0 && usualRange > 0 && openInterest > 0)
            {
                Score.Update(move, usualRange, openInterest, crossed, realised);
            }
        }

        internal bool Learn(double crossed, double realised, double move)
        {
            if (double.IsNaN(realised))
            {
                return false;
            }

            if (move >= ShortestMove)
            {
                Range.Update(Scale.Value * crossed, realised);
            }

            Scale.Update(crossed, realised);
            return true;
        }
    }

    /// <summary>Mean of the last bars of a day; NaN before a day has passed.</summary>
    private sealed class DayMean
    {
        private readonly double[] _values;
        private long _count;
        private double _sum;

        internal DayMean(int bars) => _values = new double[bars];

        internal double Value => _count >= _values.Length ? _sum / _values.Length : double.NaN;

        internal void Update(double value)
        {
            int at = (int)(_count % _values.Length);
            _sum += value - _values[at];
            _values[at] = value;
            _count++;
            if (at == _values.Length - 1)
            {
                // Once per window the sum is taken afresh, so that rounding does not pile up.
                _sum = 0;
                foreach (double kept in _values)
                {
                    _sum += kept;
                }
            }
        }
    }
}
