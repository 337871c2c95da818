namespace LiqIndicators.Terminal.Brokerage;

/// <summary>Which price turns a volume into the exposure that margin is asked for. Not established for the platform, so test both.</summary>
public enum MarginPricing
{
    /// <summary>The present bid: margin moves with the market.</summary>
    Current,

    /// <summary>The entry prices: margin stays as it was when the positions were opened.</summary>
    Entry,
}
