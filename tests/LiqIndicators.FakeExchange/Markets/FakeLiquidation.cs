using LiqIndicators.Analytics.Market;

namespace LiqIndicators.FakeExchange.Markets;

/// <summary>A position that a venue closed by force.</summary>
/// <param name="TimeUtc">When; UTC.</param>
/// <param name="Side">Side of the position.</param>
/// <param name="Quantity">Coins.</param>
/// <param name="Price">Quote currency per coin.</param>
public sealed record FakeLiquidation(DateTime TimeUtc, PositionSide Side, decimal Quantity, decimal Price)
{
    /// <summary>Those of such a row after a time and up to another.</summary>
    public static IEnumerable<FakeLiquidation> Between(TimeSpan period, DateTime afterUtc, DateTime toUtc)
    {
        for (long number = ((afterUtc - DateTime.UnixEpoch).Ticks / period.Ticks) + 1; number <= (toUtc - DateTime.UnixEpoch).Ticks / period.Ticks; number++)
        {
            yield return At(period, number);
        }
    }

    /// <summary>One of a row of liquidations at even times, no two of which are alike.</summary>
    /// <param name="period">From one to the next.</param>
    /// <param name="number">Which, counted from 1970.</param>
    public static FakeLiquidation At(TimeSpan period, long number) => new(
        DateTime.UnixEpoch + (period * number),
        number % 3 == 0 ? PositionSide.Short : PositionSide.Long,
        0.001m * (1 + (number % 997)),
        60_000m + (number % 101));
}
