using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Sessions.Bands;

/// <summary>One cell of the map through time.</summary>
/// <param name="Side">Side of the positions.</param>
/// <param name="StartUtc">When it was first seen so; UTC.</param>
/// <param name="EndUtc">Until when; UTC.</param>
/// <param name="LowPrice">Lower edge; quote currency per base unit.</param>
/// <param name="HighPrice">Upper edge; quote currency per base unit.</param>
/// <param name="Strength">How much stood there: 0 (least) to 4.</param>
public readonly record struct HeatCell(
    PositionSide Side, DateTime StartUtc, DateTime EndUtc, double LowPrice, double HighPrice, int Strength)
{
    /// <summary>Strength of what is too little to be drawn.</summary>
    internal const int Nothing = -1;
}
