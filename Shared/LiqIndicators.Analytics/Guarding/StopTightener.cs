using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Guarding;

/// <summary>Finds the stop that is nearer to the market than the one a position has.</summary>
internal static class StopTightener
{
    // Moving by less than a quarter of the distance would trail every tick and flood the broker.
    private const double LeastGain = 0.25;

    /// <summary>The new stop of a position.</summary>
    /// <param name="position">The position.</param>
    /// <param name="symbol">Its symbol, with prices.</param>
    /// <param name="distancePct">Wished distance from the market; percent of the price.</param>
    /// <returns>Quote currency per unit; NaN when the stop it has is near enough.</returns>
    public static double NewStop(in PositionState position, in SymbolState symbol, double distancePct)
    {
        bool isLong = position.Side == PositionSide.Long;
        double market = isLong ? symbol.Bid : symbol.Ask;
        double distance = Math.Max(market * distancePct / 100, symbol.MinStopDistance);
        double scale = Math.Pow(10, symbol.PriceDigits);
        double stop = isLong
            ? Math.Floor((market - distance) * scale) / scale
            : Math.Ceiling((market + distance) * scale) / scale;
        if (!(stop > 0))
        {
            return double.NaN;
        }

        double gain = isLong ? stop - position.StopPrice : position.StopPrice - stop;
        return double.IsNaN(position.StopPrice) || gain >= distance * LeastGain ? stop : double.NaN;
    }
}
