using LiqIndicators.Analytics.Liquidation.Forecast;
using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Scoring.Map;

/// <summary>A rule that also says how much of its open mass to expect as realised liquidations, with a range.</summary>
public interface ICalibratedMapRule : IMapRule
{
    /// <summary>Liquidations to expect when price goes from the open of an hour to an extreme.</summary>
    /// <param name="side">Side of the positions: longs when price falls, shorts when it rises.</param>
    /// <param name="openPrice">Quote currency per base unit; &gt; 0.</param>
    /// <param name="extremePrice">Quote currency per base unit; &gt; 0; on the side where such positions are liquidated.</param>
    public LiquidationEstimate Estimate(PositionSide side, double openPrice, double extremePrice);
}
