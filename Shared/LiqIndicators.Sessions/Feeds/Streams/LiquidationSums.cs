using LiqIndicators.Analytics.Market;
using LiqIndicators.MarketData.Rows;
using LiqIndicators.Sessions.Feeds.Series;

namespace LiqIndicators.Sessions.Feeds.Streams;

/// <summary>Adds streamed liquidations up to bars. A bar that the stream did not cover has no sum: what was missed is unknown, not zero.</summary>
internal sealed class LiquidationSums
{
    // Bars that may be settled at once, as after a pause of the host.
    private const int LongestDelay = 3;

    private readonly BarGrid _grid;
    private readonly Dictionary<long, LiquidatedSum> _open = [];

    public LiquidationSums(BarGrid grid) => _grid = grid;

    /// <summary>Number of the last bar that is settled.</summary>
    public long Settled { get; private set; } = long.MinValue;

    /// <summary>Takes a liquidation.</summary>
    public void Take(ForcedOrderRow order)
    {
        long number = _grid.NumberOf(order.TimeUtc);
        double amount = (double)order.Notional;
        LiquidatedSum one = order.Side == PositionSide.Long ? new(amount, 0, 1, 0) : new(0, amount, 0, 1);
        if (number > Settled)
        {
            _open[number] = _open.GetValueOrDefault(number) + one;
        }
        else if (_grid.At(number) is { HasLiquidated: true } slot)
        {
            // Late, but of a bar that was covered: it belongs to the sum.
            _grid.SetLiquidated(
                number, new LiquidatedSum(slot.LiquidatedLong, slot.LiquidatedShort, slot.LongPrints, slot.ShortPrints) + one);
        }
    }

    /// <summary>Settles bars in order, up to the first of which the stream's next message decides whether it was heard to its end, and past it for as long as a message may take.</summary>
    /// <param name="last">Number of the last bar whose messages have had time to arrive.</param>
    /// <param name="overdue">Number of the last bar for which no message is waited.</param>
    /// <param name="coverage">When data came, by our clock.</param>
    /// <param name="skew">The venue's clock less ours.</param>
    public void Settle(long last, long overdue, Coverage coverage, TimeSpan skew)
    {
        if (last <= Settled)
        {
            return;
        }

        for (long number = Math.Max(Settled + 1, last - LongestDelay); number <= last; number++)
        {
            DateTime fromUtc = _grid.TimeOf(number) - skew;
            DateTime toUtc = fromUtc + _grid.BarLength + EventDelay.Longest;
            if (number > overdue && coverage.MayYetCover(fromUtc, toUtc))
            {
                break;
            }

            if (coverage.Covers(fromUtc, toUtc))
            {
                _grid.SetLiquidated(number, _open.GetValueOrDefault(number));
            }

            Settled = number;
        }

        foreach (long number in _open.Keys.Where(number => number <= Settled).ToList())
        {
            _open.Remove(number);
        }
    }
}
