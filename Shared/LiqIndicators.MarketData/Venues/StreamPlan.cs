namespace LiqIndicators.MarketData.Venues;

/// <summary>How to open and keep a venue's stream.</summary>
/// <param name="Address">Where to connect.</param>
/// <param name="Subscriptions">Messages to send once connected, in order.</param>
/// <param name="Ping">Message that keeps the stream alive; null when the venue needs none.</param>
/// <param name="PingInterval">How often to send it.</param>
/// <param name="SilenceLimit">How long without data until the stream counts as dead, whatever else it answers.</param>
/// <param name="DropsFirstForcedOrders">Whether the first push after subscribing may repeat old forced orders.</param>
/// <param name="TellsLiquidations">Whether it tells liquidations; else its silence about them says nothing.</param>
public sealed record StreamPlan(
    Uri Address,
    IReadOnlyList<string> Subscriptions,
    string? Ping,
    TimeSpan PingInterval,
    TimeSpan SilenceLimit,
    bool DropsFirstForcedOrders = false,
    bool TellsLiquidations = true);
