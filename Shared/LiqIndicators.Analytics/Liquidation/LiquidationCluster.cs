using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Liquidation;

/// <summary>A pocket of open mass: a run of cells around a local peak of density.</summary>
/// <param name="Side">Side of the positions.</param>
/// <param name="LowPrice">Lower edge; quote currency per base unit.</param>
/// <param name="HighPrice">Upper edge; quote currency per base unit.</param>
/// <param name="PeakPrice">Middle of the densest cell; quote currency per base unit.</param>
/// <param name="Quantity">Open mass between the edges; base units; &gt; 0.</param>
/// <param name="Notional">What it is worth at its own liquidation prices; quote currency; &gt; 0. Not what will be liquidated.</param>
/// <param name="ShareOfSide">Quantity over the side's quantity within the searched range; in (0, 1].</param>
/// <param name="AgeHours">Mean time since its deposit, weighted by mass; hours; &gt;= 0.</param>
/// <param name="Distance">From the price to the nearer edge, as a fraction of the price; &gt;= 0 on either side.</param>
public readonly record struct LiquidationCluster(
    PositionSide Side,
    double LowPrice,
    double HighPrice,
    double PeakPrice,
    double Quantity,
    double Notional,
    double ShareOfSide,
    double AgeHours,
    double Distance);
