using System.Globalization;

namespace LiqIndicators.Analytics.Guarding;

/// <summary>Maps risk to the highest leverage allowed, with hysteresis and dwell times.</summary>
/// <remarks>
/// A rung arms when the risk has been at or above its arming threshold for the arming dwell, and is let go when the
/// risk has been below its release threshold for the release dwell. Over a wait the least demanding rung counts on
/// the way up and the most demanding one on the way down, so neither a spike nor a dip moves more than it lasted for.
/// </remarks>
public sealed class LeverageLadder
{
    private readonly LadderRung[] _rungs;

    /// <summary>Checks and keeps the rungs.</summary>
    /// <param name="rungs">At least one; rising risk, falling leverage, each release below its arming threshold.</param>
    /// <param name="armDwell">Time the risk must stay up before a rung arms; &gt;= 0. Zero arms at once.</param>
    /// <param name="releaseDwell">Time the risk must stay down before a rung is let go; &gt;= 0.</param>
    /// <exception cref="ArgumentException">The rungs are out of order; the message names the rung and the field.</exception>
    public LeverageLadder(IReadOnlyList<LadderRung> rungs, TimeSpan armDwell, TimeSpan releaseDwell)
    {
        ArgumentNullException.ThrowIfNull(rungs);
        if (rungs.Count == 0)
        {
            throw new ArgumentException("The ladder has no rung; expected at least one.", nameof(rungs));
        }

        for (int i = 0; i < rungs.Count; i++)
        {
            Check(rungs[i], i == 0 ? null : rungs[i - 1], i + 1);
        }

        Guard.NotNegative(armDwell.TotalSeconds, nameof(armDwell));
        Guard.NotNegative(releaseDwell.TotalSeconds, nameof(releaseDwell));
        _rungs = [.. rungs];
        ArmDwell = armDwell;
        ReleaseDwell = releaseDwell;
    }

    /// <summary>Number of rungs.</summary>
    public int Count => _rungs.Length;

    /// <summary>Time the risk must stay up before a rung arms.</summary>
    public TimeSpan ArmDwell { get; }

    /// <summary>Time the risk must stay down before a rung is let go.</summary>
    public TimeSpan ReleaseDwell { get; }

    /// <summary>A rung by its number from 1.</summary>
    public LadderRung this[int rung] => _rungs[rung - 1];

    /// <summary>Next state after one observation of the risk.</summary>
    /// <param name="state">State so far.</param>
    /// <param name="riskPct">Risk in [0, 100].</param>
    /// <param name="timeUtc">Time of the observation; not before the start of a wait in progress.</param>
    public LadderState Step(in LadderState state, double riskPct, DateTime timeUtc)
    {
        Guard.InRange(riskPct, 0, 100);
        int rung = Math.Min(state.Rung, Count);
        int wanted = Wanted(rung, riskPct);
        if (wanted == rung)
        {
            return state with { Rung = rung, PendingRung = rung, PendingSinceUtc = default };
        }

        bool isUp = wanted > rung;
        bool isWaiting = isUp ? state.PendingRung > rung : state.PendingRung < rung;
        int pending = !isWaiting ? wanted : isUp ? Math.Min(wanted, state.PendingRung) : Math.Max(wanted, state.PendingRung);
        DateTime since = isWaiting ? state.PendingSinceUtc : timeUtc;
        if (timeUtc - since < (isUp ? ArmDwell : ReleaseDwell))
        {
            return state with { Rung = rung, PendingRung = pending, PendingSinceUtc = since };
        }

        // What lies beyond the rung taken now starts a wait of its own.
        return pending == wanted
            ? state with { Rung = pending, PendingRung = pending, PendingSinceUtc = default }
            : state with { Rung = pending, PendingRung = wanted, PendingSinceUtc = timeUtc };
    }

    private int Wanted(int rung, double riskPct)
    {
        int up = 0;
        int kept = 0;
        for (int i = 1; i <= Count; i++)
        {
            if (riskPct >= _rungs[i - 1].ArmRiskPct)
            {
                up = i;
            }

            if (i <= rung && riskPct >= _rungs[i - 1].ReleaseRiskPct)
            {
                kept = i;
            }
        }

        return Math.Max(up, kept);
    }

    private static void Check(LadderRung rung, LadderRung? previous, int number)
    {
        bool isFirst = previous is null;
        Require(rung.ArmRiskPct > (previous?.ArmRiskPct ?? 0) && rung.ArmRiskPct <= 100,
            number, nameof(LadderRung.ArmRiskPct), rung.ArmRiskPct, "above the rung before and at most 100");
        Require(rung.ReleaseRiskPct > 0 && rung.ReleaseRiskPct < rung.ArmRiskPct
                && (isFirst || rung.ReleaseRiskPct >= previous!.Value.ReleaseRiskPct),
            number, nameof(LadderRung.ReleaseRiskPct), rung.ReleaseRiskPct, "above 0, below the arming threshold and not below the rung before");
        Require(rung.MaxSymbolLeverage >= 0 && (isFirst || rung.MaxSymbolLeverage <= previous!.Value.MaxSymbolLeverage),
            number, nameof(LadderRung.MaxSymbolLeverage), rung.MaxSymbolLeverage, "at least 0 and not above the rung before");
        Require(double.IsNaN(rung.MaxAccountLeverage) || rung.MaxAccountLeverage >= 0,
            number, nameof(LadderRung.MaxAccountLeverage), rung.MaxAccountLeverage, "at least 0, or NaN for no cap");
    }

    private static void Require(bool isTrue, int number, string field, double value, string expected)
    {
        if (!isTrue)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"Rung {number}: {field} is {value}; expected {expected}."), field);
        }
    }
}
