using System.Collections.Immutable;
using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Guarding;

/// <summary>What a decision remembers of the decisions before; goes in, comes out, and is kept over restarts.</summary>
/// <remarks>The default value is a fresh start.</remarks>
/// <param name="Ladders">States that are not idle, by symbol and side; default or empty when all are.</param>
/// <param name="IsBackstopActive">Whether the margin level fell to the trigger and has not yet recovered.</param>
/// <param name="DayUtc">Start of the trading day of the baseline; default when there is none yet.</param>
/// <param name="DayStartEquity">Equity when the day was first seen; deposit currency.</param>
/// <param name="DayStartTransfers">Transfers counted when the day was first seen; deposit currency; NaN when not known.</param>
/// <param name="IsDailyLossHit">Whether the loss limit of the day was reached; stays so until the next day.</param>
public readonly record struct GuardState(
    ImmutableArray<LadderState> Ladders,
    bool IsBackstopActive,
    DateTime DayUtc,
    double DayStartEquity,
    double DayStartTransfers,
    bool IsDailyLossHit)
{
    /// <summary>State of one side of a symbol; idle when it is not listed.</summary>
    public LadderState Ladder(string symbol, PositionSide side)
    {
        if (!Ladders.IsDefaultOrEmpty)
        {
            foreach (LadderState ladder in Ladders)
            {
                if (ladder.Side == side && string.Equals(ladder.Symbol, symbol, StringComparison.Ordinal))
                {
                    return ladder;
                }
            }
        }

        return LadderState.Idle(symbol, side);
    }
}
