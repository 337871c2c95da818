namespace LiqIndicators.Workbench.Scoring.Guard;

/// <summary>What a market order costs, in basis points of its value: it grows with the unrest of the minutes before.</summary>
/// <remarks>
/// Unrest is the mean absolute one-minute return of the last 15 minutes: about 3 in quiet hours, 10 to 40 in a cascade.
/// The numbers are those of a large bitcoin CFD in quiet hours; how they grow is an assumption.
/// </remarks>
internal static class TradingCosts
{
    /// <summary>Minutes behind the unrest.</summary>
    internal const int UnrestMinutes = 15;

    /// <summary>Commission of each fill, opening and closing alike.</summary>
    internal const double CommissionBps = 2;

    /// <summary>Half of the spread.</summary>
    /// <param name="unrestBps">Basis points; at least 0.</param>
    internal static double HalfSpreadBps(double unrestBps) => 1 + (0.1 * unrestBps);

    /// <summary>How much worse than the quote a market order is filled.</summary>
    /// <param name="unrestBps">Basis points; at least 0.</param>
    internal static double SlippageBps(double unrestBps) => 0.5 + (0.25 * unrestBps);
}
