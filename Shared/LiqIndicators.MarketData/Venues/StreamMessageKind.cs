namespace LiqIndicators.MarketData.Venues;

/// <summary>What a stream message is for.</summary>
public enum StreamMessageKind
{
    /// <summary>It carries market data, or would if the instrument were wanted.</summary>
    Data,

    /// <summary>It confirms a subscription or greets.</summary>
    Control,

    /// <summary>It answers a ping.</summary>
    Heartbeat,

    /// <summary>The venue refuses a subscription or reports an error.</summary>
    Refused,

    /// <summary>The venue refuses one channel that the others do without; they go on.</summary>
    PartRefused,
}
