using LiqIndicators.Analytics.Market;
using LiqIndicators.Simulation.Positions;
using LiqIndicators.Simulation.Traders;

namespace LiqIndicators.Simulation.Truth;

/// <summary>Counts open lots into buckets of side, leverage and 0.1% of liquidation price.</summary>
/// <remarks>
/// A lot lies evenly between two log prices a and b, so the mass below x is the sum of <c>s (x - a)</c> from a to b with
/// <c>s = q / (b - a)</c>. Sums of s and of s a, changed only where a lot begins or ends, give every cell in one pass.
/// </remarks>
internal sealed class TruthCounter
{
    private const int CellsPerLogUnit = 1000;
    private const double SmallestShare = 1e-12;
    private const int HalfRange = 5 * CellsPerLogUnit;
    private readonly int _lowestCell;
    private readonly GroupCells[] _groups;
    private readonly List<TruthBucket> _buckets = [];

    /// <summary>A counter for markets that start at a price.</summary>
    /// <param name="initialPrice">Price in the middle of the range of cells.</param>
    /// <param name="groups">Number of leverage groups.</param>
    public TruthCounter(double initialPrice, int groups)
    {
        _lowestCell = (int)Math.Floor(Math.Log(initialPrice) * CellsPerLogUnit) - HalfRange;
        _groups = new GroupCells[groups];
        for (int group = 0; group < groups; group++)
        {
            _groups[group] = new GroupCells();
        }
    }

    /// <summary>Takes a snapshot.</summary>
    /// <param name="asOfUtc">Time of the state; UTC.</param>
    /// <param name="price">Price at that time; quote per base.</param>
    /// <param name="market">Open positions.</param>
    public TruthSnapshot Take(DateTime asOfUtc, double price, PositionLedger market)
    {
        _buckets.Clear();
        Count(PositionSide.Long, price, market);
        Count(PositionSide.Short, price, market);
        return new TruthSnapshot(asOfUtc, price, [.. _buckets]);
    }

    private void Count(PositionSide side, double price, PositionLedger market)
    {
        LotBook book = market.TradersOf(side).Book;
        for (int lot = 0; lot < book.UsedLots; lot++)
        {
            double quantity = book.Quantity(lot);
            if (quantity > 0)
            {
                CountLot(_groups[book.GroupOf(lot)], quantity, book.NearLogPrice(lot), book.FarLogPrice(lot));
            }
        }

        for (int group = 0; group < _groups.Length; group++)
        {
            AddBuckets(_groups[group], side, price, market.LeverageOf(group));
        }

        LiquidityProviders providers = market.ProvidersOf(side);
        if (providers.Quantity > 0)
        {
            _buckets.Add(new TruthBucket(
                side, market.ProviderLiquidationPrice(side), providers.Quantity, 1 / MarketParameters.ProviderCollateral));
        }
    }

    private void CountLot(GroupCells cells, double quantity, double one, double other)
    {
        if (double.IsNegativeInfinity(one))
        {
            cells.Never += quantity;
            return;
        }

        const double SmallestWidth = 1e-6;
        double from = CellsOf(Math.Min(one, other));
        double to = Math.Max(CellsOf(Math.Max(one, other)), from + SmallestWidth);
        double slope = quantity / (to - from);
        int begin = (int)Math.Ceiling(from);
        int end = (int)Math.Ceiling(to);
        if (begin == end)
        {
            // The lot lies within one cell, so the cells above see it whole.
            cells.OffsetChange[begin] -= quantity;
        }
        else
        {
            cells.SlopeChange[begin] += slope;
            cells.OffsetChange[begin] += slope * from;
            cells.SlopeChange[end] -= slope;
            cells.OffsetChange[end] -= slope * to;
        }

        cells.First = Math.Min(cells.First, begin);
        cells.Last = Math.Max(cells.Last, end);
        cells.Total += quantity;
    }

    private void AddBuckets(GroupCells cells, PositionSide side, double price, double leverage)
    {
        if (cells.Never > 0)
        {
            _buckets.Add(new TruthBucket(side, 0, cells.Never, leverage));
        }

        double priceCell = CellsOf(Math.Log(price));
        double slope = 0;
        double offset = 0;
        double before = 0;
        for (int cell = cells.First; cell <= cells.Last; cell++)
        {
            slope += cells.SlopeChange[cell];
            offset += cells.OffsetChange[cell];
            double below = (slope * cell) - offset;
            double quantity = below - before;
            before = below;
            if (quantity > SmallestShare * cells.Total)
            {
                // The cell that the price is in holds only what lies beyond the price.
                double low = side == PositionSide.Short ? Math.Max(cell - 1, Math.Min(priceCell, cell)) : cell - 1;
                double high = side == PositionSide.Long ? Math.Min(cell, Math.Max(priceCell, cell - 1)) : cell;
                _buckets.Add(new TruthBucket(side, PriceOf((low + high) / 2), quantity, leverage));
            }
        }

        cells.Clear();
    }

    private double CellsOf(double logPrice) => (logPrice * CellsPerLogUnit) - _lowestCell;

    private double PriceOf(double cells) => Math.Exp((cells + _lowestCell) / CellsPerLogUnit);

    private sealed class GroupCells
    {
        public double[] SlopeChange { get; } = new double[2 * HalfRange];

        public double[] OffsetChange { get; } = new double[2 * HalfRange];

        public int First { get; set; } = 2 * HalfRange;

        public int Last { get; set; } = -1;

        public double Never { get; set; }

        public double Total { get; set; }

        public void Clear()
        {
            if (Last >= First)
            {
                Array.Clear(SlopeChange, First, Last - First + 1);
                Array.Clear(OffsetChange, First, Last - First + 1);
            }

            First = 2 * HalfRange;
            Last = -1;
            Never = 0;
            Total = 0;
        }
    }
}
