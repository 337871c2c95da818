using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Simulation.Truth;

/// <summary>Every open position at one time, which no exchange publishes.</summary>
public sealed class TruthSnapshot
{
    private readonly TruthBucket[] _buckets;

    internal TruthSnapshot(DateTime asOfUtc, double price, TruthBucket[] buckets)
    {
        AsOfUtc = asOfUtc;
        Price = price;
        _buckets = buckets;
    }

    /// <summary>Time of the state: the close of the hour, which is the open of the next one; UTC.</summary>
    public DateTime AsOfUtc { get; }

    /// <summary>Price at that time; quote per base.</summary>
    public double Price { get; }

    /// <summary>Long buckets, then short ones; within a side by leverage, then by liquidation price, and the providers last.</summary>
    public IReadOnlyList<TruthBucket> Buckets => _buckets;

    /// <summary>Open mass of one side with its liquidity providers: the open interest; base units.</summary>
    public double OpenQuantity(PositionSide side) => OpenQuantity(side, 0, double.PositiveInfinity);

    /// <summary>Open mass of one side with its liquidation price in a closed interval; base units.</summary>
    public double OpenQuantity(PositionSide side, double lowPrice, double highPrice)
    {
        double sum = 0;
        foreach (TruthBucket bucket in _buckets)
        {
            if (bucket.Side == side && bucket.LiquidationPrice >= lowPrice && bucket.LiquidationPrice <= highPrice)
            {
                sum += bucket.Quantity;
            }
        }

        return sum;
    }
}
