using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Liquidation;

/// <summary>What keeps a map up to date bar by bar: the map by itself, or several put together into one.</summary>
public interface ILiquidationBook
{
    /// <summary>The map to read; always the same object.</summary>
    public LiquidationMap Map { get; }

    /// <summary>One map per venue that is told its own open interest; a single one where only the market's is known.</summary>
    public ReadOnlySpan<LiquidationMap> VenueMaps { get; }

    /// <summary>Where new positions would be liquidated, as assumed now.</summary>
    public LeverageKernel Kernel { get; }

    /// <summary>Takes a closed bar.</summary>
    /// <param name="bar">A bar after the last one taken.</param>
    /// <exception cref="ArgumentOutOfRangeException">The map refuses the bar; nothing is then changed.</exception>
    public void Take(in MarketBar bar);
}
