namespace LiqIndicators.MarketData.Venues;

/// <summary>Which price the bars are of.</summary>
public enum CandlePrice
{
    /// <summary>Trades.</summary>
    Last,

    /// <summary>The price that liquidations look at.</summary>
    Mark,

    /// <summary>The underlying over spot venues.</summary>
    Index,

    /// <summary>The premium over the index; a fraction.</summary>
    Premium,
}
