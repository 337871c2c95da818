using LiqIndicators.Analytics.Liquidation;
using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Sessions.Bands;

/// <summary>One band to draw.</summary>
/// <param name="Id">Stays with the cluster, so that a painter can keep its object.</param>
/// <param name="Side">Side of the positions.</param>
/// <param name="StartUtc">Where it begins.</param>
/// <param name="EndUtc">Where the price ate it; null while it stands and reaches to the right edge.</param>
/// <param name="LowPrice">Lower edge; quote currency per base unit.</param>
/// <param name="HighPrice">Upper edge; quote currency per base unit.</param>
/// <param name="Strength">How much stands there: 0 (least) to 4; -1 for the trace of an eaten band.</param>
/// <param name="Notional">Liquidations to expect if price goes through it, or before it was eaten; quote currency.</param>
/// <param name="Label">What to write beside it if there is room; empty for nothing.</param>
/// <param name="State">What has become of it.</param>
/// <param name="StateSinceUtc">Opening time of the bar that brought the state; UTC.</param>
/// <param name="Spread">How far the kernels disagree about it; not available for traces.</param>
public readonly record struct BandShape(
    int Id,
    PositionSide Side,
    DateTime StartUtc,
    DateTime? EndUtc,
    double LowPrice,
    double HighPrice,
    int Strength,
    double Notional,
    string Label,
    ClusterState State,
    DateTime StateSinceUtc,
    BandSpread Spread)
{
    /// <summary>Strength of the trace that an eaten band leaves.</summary>
    public const int Trace = -1;

    /// <summary>The same band where it stands on the broker's chart.</summary>
    /// <param name="ratio">Broker's price over the market's; &gt; 0.</param>
    internal BandShape OnChart(double ratio) => this with
    {
        LowPrice = ratio * LowPrice,
        HighPrice = ratio * HighPrice,
        Spread = Spread with { OuterLowPrice = ratio * Spread.OuterLowPrice, OuterHighPrice = ratio * Spread.OuterHighPrice },
    };
}
