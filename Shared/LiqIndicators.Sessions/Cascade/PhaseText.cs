using LiqIndicators.Analytics.Market;
using LiqIndicators.Analytics.Treadmill;
using LiqIndicators.Sessions.Presentation;

namespace LiqIndicators.Sessions.Cascade;

/// <summary>The phase of the treadmill in words, with the side where it has one.</summary>
internal static class PhaseText
{
    /// <summary>A line of the card or the window.</summary>
    /// <param name="name">What stands before it; may be empty.</param>
    /// <param name="state">The state; its phase is known.</param>
    /// <param name="reason">What to say instead of the phase; empty for the phase.</param>
    internal static HudLine Line(string name, in TreadmillReading state, string reason = "")
    {
        if (state.Phase is TreadmillPhase.Reset or TreadmillPhase.Building)
        {
            return new(name, reason.Length > 0 ? reason : WordOf(state.Phase));
        }

        bool isLong = state.Side == PositionSide.Long;
        return new(
            name,
            reason.Length > 0 ? reason : $"{WordOf(state.Phase)} of {(isLong ? "longs" : "shorts")}",
            isLong ? HudTone.Longs : HudTone.Shorts);
    }

    private static string WordOf(TreadmillPhase phase) => phase == TreadmillPhase.FlushConfirmed ? "Flush confirmed" : phase.ToString();
}
