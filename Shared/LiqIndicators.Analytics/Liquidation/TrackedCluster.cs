using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Liquidation;

/// <summary>A cluster through time.</summary>
/// <param name="Id">Number that stays with the cluster; counted from 1.</param>
/// <param name="Side">Side of the positions.</param>
/// <param name="FormedUtc">When its mass entered, on average, as seen when it was first found; never after that.</param>
/// <param name="TouchedUtc">Opening time of the bar that first reached it; null while it is armed.</param>
/// <param name="EndedUtc">Opening time of the bar that went through it or after which it was gone; null while it stands.</param>
/// <param name="State">What has become of it.</param>
/// <param name="StateSinceUtc">Opening time of the bar that brought the state.</param>
/// <param name="LowPrice">Lower edge, now or at its end; quote currency per base unit.</param>
/// <param name="HighPrice">Upper edge, now or at its end; quote currency per base unit.</param>
/// <param name="PeakPrice">Densest price, now or at its end; quote currency per base unit.</param>
/// <param name="Notional">Open mass now or before its last bar, at its own prices; quote currency.</param>
/// <param name="LargestNotional">The most it has held; quote currency.</param>
public readonly record struct TrackedCluster(
    int Id,
    PositionSide Side,
    DateTime FormedUtc,
    DateTime? TouchedUtc,
    DateTime? EndedUtc,
    ClusterState State,
    DateTime StateSinceUtc,
    double LowPrice,
    double HighPrice,
    double PeakPrice,
    double Notional,
    double LargestNotional)
{
    /// <summary>The edge that the price reaches first.</summary>
    public double NearPrice => Side == PositionSide.Long ? HighPrice : LowPrice;

    /// <summary>The edge that the price reaches last.</summary>
    public double FarPrice => Side == PositionSide.Long ? LowPrice : HighPrice;
}
