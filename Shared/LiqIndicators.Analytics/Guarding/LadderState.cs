using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Guarding;

/// <summary>Where one side of one symbol stands on the ladder.</summary>
/// <param name="Symbol">Name of the symbol.</param>
/// <param name="Side">Side of the positions.</param>
/// <param name="Rung">Armed rung counted from 1; 0 when none is.</param>
/// <param name="PendingRung">Rung that waits for its dwell time; equal to <paramref name="Rung"/> when none waits.</param>
/// <param name="PendingSinceUtc">Start of the wait; meaningless when none waits.</param>
public readonly record struct LadderState(
    string Symbol, PositionSide Side, int Rung, int PendingRung, DateTime PendingSinceUtc)
{
    /// <summary>Nothing armed, nothing waiting.</summary>
    public static LadderState Idle(string symbol, PositionSide side) => new(symbol, side, 0, 0, default);

    /// <summary>Whether nothing is armed and nothing waits.</summary>
    public bool IsIdle => Rung == 0 && PendingRung == 0;
}
