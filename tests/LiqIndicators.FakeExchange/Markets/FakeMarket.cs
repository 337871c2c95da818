using LiqIndicators.Analytics.Market;
using LiqIndicators.MarketData.Venues;

namespace LiqIndicators.FakeExchange.Markets;

/// <summary>What happened on the venues, as plain functions of time: every venue's answers are made of it.</summary>
public abstract class FakeMarket
{
    /// <summary>Length of a bar.</summary>
    public static TimeSpan Bar { get; } = TimeSpan.FromMinutes(5);

    /// <summary>Number of the first bar: venues have nothing before it.</summary>
    public abstract long First { get; }

    /// <summary>Number of the bar that a time lies in.</summary>
    public static long NumberOf(DateTime timeUtc) => (timeUtc - DateTime.UnixEpoch).Ticks / Bar.Ticks;

    /// <summary>Opening time of a bar; UTC.</summary>
    public static DateTime TimeOf(long number) => DateTime.UnixEpoch.AddTicks(number * Bar.Ticks);

    /// <summary>Price at the opening of a bar; quote currency per coin.</summary>
    public abstract decimal Price(VenueId venue, long number);

    /// <summary>A bar of trades; volume in coins.</summary>
    public abstract (decimal Open, decimal High, decimal Low, decimal Close, decimal Volume) Candle(VenueId venue, long number);

    /// <summary>Open interest in coins at the opening of a bar, which is the close of the bar before.</summary>
    public abstract decimal OpenInterest(VenueId venue, long number);

    /// <summary>The rate paid at the opening of a bar for eight hours; fraction.</summary>
    public abstract decimal Funding(long number);

    /// <summary>What a venue prints as liquidated in a bar; in time order.</summary>
    public abstract IReadOnlyList<FakeLiquidation> Liquidations(VenueId venue, long number);

    /// <summary>What a venue prints as liquidated after a time and up to another; in time order.</summary>
    public IEnumerable<FakeLiquidation> Liquidations(VenueId venue, DateTime afterUtc, DateTime toUtc)
    {
        for (long number = NumberOf(afterUtc); number <= NumberOf(toUtc); number++)
        {
            foreach (FakeLiquidation liquidation in Liquidations(venue, number))
            {
                if (liquidation.TimeUtc > afterUtc && liquidation.TimeUtc <= toUtc)
                {
                    yield return liquidation;
                }
            }
        }
    }

    /// <summary>Notional that a venue prints as liquidated in a bar; quote currency.</summary>
    public decimal Liquidated(VenueId venue, PositionSide side, long number) =>
        Liquidations(venue, number).Where(row => row.Side == side).Sum(row => row.Quantity * row.Price);
}
