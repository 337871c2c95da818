namespace LiqIndicators.Sessions.Feeds.Series;

/// <summary>Tells a venue whose open interest stands still while its price moves: its figure is not being updated.</summary>
internal static class FrozenOpenInterest
{
    /// <summary>How long open interest must stand still.</summary>
    public static readonly TimeSpan Span = TimeSpan.FromHours(4);

    // A market that moves by less over four hours may rest; one that moves more trades, and trades change open interest.
    private const double SmallestMove = 0.001;

    /// <summary>Whether open interest has not changed over the bars up to one, while the price has moved.</summary>
    public static bool IsFrozen(BarGrid grid, long last)
    {
        long first = last - (Span.Ticks / grid.BarLength.Ticks);
        BarSlot newest = grid.At(last);
        double high = double.NegativeInfinity;
        double low = double.PositiveInfinity;
        for (long number = first; number <= last; number++)
        {
            BarSlot slot = grid.At(number);
            bool isSame = slot.HasOpenInterest && slot.HasCandle
                && slot.OpenInterestQuantity.Equals(newest.OpenInterestQuantity)
                && (slot.OpenInterestNotional.Equals(newest.OpenInterestNotional) || !double.IsNaN(slot.OpenInterestQuantity));
            if (!isSame)
            {
                return false;
            }

            high = Math.Max(high, slot.Close);
            low = Math.Min(low, slot.Close);
        }

        return high / low >= 1 + SmallestMove;
    }
}
