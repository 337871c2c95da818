using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Guarding;

/// <summary>One step of a plan.</summary>
/// <param name="Kind">What to do.</param>
/// <param name="Id">Number of the position, or of the pending order.</param>
/// <param name="Symbol">Its symbol.</param>
/// <param name="Side">Side of the position, or of the position the order would open.</param>
/// <param name="VolumeNow">Volume in the snapshot; units.</param>
/// <param name="Volume">Volume to close or to cancel; units; 0 for a stop.</param>
/// <param name="StopPrice">New stop; quote currency per unit; NaN for the other kinds.</param>
/// <param name="Reason">Why.</param>
public readonly record struct GuardAction(
    GuardActionKind Kind,
    int Id,
    string Symbol,
    PositionSide Side,
    double VolumeNow,
    double Volume,
    double StopPrice,
    GuardReason Reason)
{
    /// <summary>One line for a log or a panel: what and why.</summary>
    public override string ToString() => Kind switch
    {
        GuardActionKind.CancelOrder => Line($"cancel order {Id} {Symbol} {Side} {Volume}: {Reason}"),
        GuardActionKind.Reduce => Line($"close {Volume} of {VolumeNow} of position {Id} {Symbol} {Side}: {Reason}"),
        GuardActionKind.TightenStop => Line($"move stop of position {Id} {Symbol} {Side} to {StopPrice}: {Reason}"),
        _ => Kind.ToString(),
    };

    private static string Line(FormattableString text) => FormattableString.Invariant(text);
}
