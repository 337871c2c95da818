namespace LiqIndicators.Sessions.Feeds.Series;

/// <summary>Tells a venue whose open interest stands still while its price moves: its figure is not being updated.</summary>
internal static class FrozenOpenInterest
{
    /// <summary>How long open interest must stand still.</summary>
    public static readonly TimeSpan Span = TimeSpan.FromHours(4);

    // A market that moves by less over four hours may rest; one that moves more trades, and trades change open interest.
    private const double SmallestMove = 0.001;

    /// <summary>Whether open interest has not changed over four hours up to a bar, while the price has moved.</summary>
    /// <remarks>
    /// It stands still when either unit does: a frozen figure of an inverse contract stands in dollars while its coins follow the price.
    /// A bar that is missing is no change, as long as more than half are there.
    /// </remarks>
    public static bool IsFrozen(BarGrid grid, long last)
    {
        long bars = Span.Ticks / grid.BarLength.Ticks;
        BarSlot newest = BarSlot.Empty;
        bool isSameQuantity = true;
        bool isSameNotional = true;
        double high = double.NegativeInfinity;
        double low = double.PositiveInfinity;
        int known = 0;

        // Where the window's first bar is missing, one before it shows that nothing has changed since.
        for (long number = last; number > last - (2 * bars); number--)
        {
            BarSlot slot = grid.At(number);
            if (!slot.HasOpenInterest || !slot.HasCandle)
            {
                continue;
            }

            newest = known == 0 ? slot : newest;
            known++;
            isSameQuantity &= slot.OpenInterestQuantity == newest.OpenInterestQuantity;
            isSameNotional &= slot.OpenInterestNotional == newest.OpenInterestNotional;
            if (!isSameQuantity && !isSameNotional)
            {
                return false;
            }

            high = Math.Max(high, slot.Close);
            low = Math.Min(low, slot.Close);
            if (number <= last - bars)
            {
                return 2 * known > last - number + 1 && high / low >= 1 + SmallestMove;
            }
        }

        return false;
    }
}
