using LiqIndicators.Sessions.Guarding;

namespace LiqIndicators.Sessions.Tests.Guarding;

/// <summary>What the broker does with an order.</summary>
/// <param name="Reply">What it says; null for no reply ever.</param>
/// <param name="ReplySeconds">When it says it; 0 for within the call.</param>
/// <param name="FillShare">Share of the volume it fills: 0 for none, 1 for all.</param>
/// <param name="FillSeconds">When it fills.</param>
internal readonly record struct OrderFate(TradeOutcome? Reply, double ReplySeconds, double FillShare, double FillSeconds)
{
    /// <summary>Filled and confirmed within the call.</summary>
    public static OrderFate Good => new(TradeOutcome.Done, 0, 1, 0);

    /// <summary>Refused within the call.</summary>
    public static OrderFate Refused(TradeOutcome outcome) => new(outcome, 0, 0, 0);
}
