namespace LiqIndicators.MarketData.Venues;

/// <summary>Series with a history that a venue may offer.</summary>
public enum SeriesKind
{
    /// <summary>Bars of traded prices.</summary>
    Candles,

    /// <summary>Bars of the mark price.</summary>
    MarkCandles,

    /// <summary>Bars of the index price.</summary>
    IndexCandles,

    /// <summary>Bars of the premium over the index.</summary>
    PremiumCandles,

    /// <summary>Open interest.</summary>
    OpenInterest,

    /// <summary>Funding rates paid.</summary>
    Funding,

    /// <summary>Long over short accounts.</summary>
    LongShortRatio,

    /// <summary>Liquidated notional by bar.</summary>
    Liquidations,
}
