using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Sessions.Bands;

/// <summary>One bar of the map along the price.</summary>
/// <param name="Id">Stays with its prices and side while rows keep their height.</param>
/// <param name="Side">Side of the positions.</param>
/// <param name="LowPrice">Lower edge; quote currency per base unit.</param>
/// <param name="HighPrice">Upper edge; quote currency per base unit.</param>
/// <param name="Share">What lies there over what lies in the fullest row in sight; in (0, 1].</param>
public readonly record struct HistogramRow(int Id, PositionSide Side, double LowPrice, double HighPrice, double Share);
