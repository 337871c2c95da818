using LiqIndicators.MarketData.Rows;

namespace LiqIndicators.MarketData.Venues;

/// <summary>A stream message, read.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="ForcedOrders">Liquidations in it; ascending.</param>
/// <param name="States">Market states in it, in the message's order.</param>
/// <param name="Detail">The venue's words when it refuses; null otherwise.</param>
public sealed record StreamMessage(
    StreamMessageKind Kind,
    IReadOnlyList<ForcedOrderRow> ForcedOrders,
    IReadOnlyList<MarketStateRow> States,
    string? Detail = null)
{
    /// <summary>A confirmation.</summary>
    public static StreamMessage Control { get; } = Empty(StreamMessageKind.Control);

    /// <summary>An answer to a ping.</summary>
    public static StreamMessage Heartbeat { get; } = Empty(StreamMessageKind.Heartbeat);

    /// <summary>Data about nothing that is wanted.</summary>
    public static StreamMessage NoData { get; } = Empty(StreamMessageKind.Data);

    /// <summary>Liquidations.</summary>
    public static StreamMessage Of(IReadOnlyList<ForcedOrderRow> forcedOrders) =>
        new(StreamMessageKind.Data, forcedOrders, Array.Empty<MarketStateRow>());

    /// <summary>Market states.</summary>
    public static StreamMessage Of(IReadOnlyList<MarketStateRow> states) =>
        new(StreamMessageKind.Data, Array.Empty<ForcedOrderRow>(), states);

    /// <summary>A refusal.</summary>
    public static StreamMessage Refused(string detail) => Empty(StreamMessageKind.Refused) with { Detail = detail };

    /// <summary>A refusal of one channel that the others do without.</summary>
    public static StreamMessage PartRefused(string detail) => Empty(StreamMessageKind.PartRefused) with { Detail = detail };

    private static StreamMessage Empty(StreamMessageKind kind) =>
        new(kind, Array.Empty<ForcedOrderRow>(), Array.Empty<MarketStateRow>());
}
