using LiqIndicators.Analytics.Cascade;
using LiqIndicators.Analytics.Liquidation.Forecast;
using LiqIndicators.Analytics.Market;
using LiqIndicators.Analytics.Tape;

namespace LiqIndicators.Sessions.Cascade;

/// <summary>The map of one side as steps of distance, scaled to what would be liquidated, in memory that is used again.</summary>
/// <remarks>
/// The forecast's scale gives what would be printed. The largest venues print the latest order per second alone, so what is
/// closed by force, and moves the price, is taken to be that many times more.
/// </remarks>
/// <param name="side">Side of the positions.</param>
internal sealed class CascadeCells(PositionSide side)
{
    private const double Step = 0.005;

    private readonly LiquidationCell[] _cells = new LiquidationCell[60];

    /// <summary>The cells from the map's last price outward; empty before the map is ready.</summary>
    internal ReadOnlyMemory<LiquidationCell> Of(LiquidationForecast forecast)
    {
        if (!forecast.Map.IsReady)
        {
            return ReadOnlyMemory<LiquidationCell>.Empty;
        }

        double price = forecast.Map.LastPrice;
        double scale = LiquidationReporting.LatestPerSecond * forecast.Scale(side);
        double crossed = 0;
        for (int i = 0; i < _cells.Length; i++)
        {
            double distance = (i + 1) * Step;
            double end = side == PositionSide.Long ? price * (1 - distance) : price * (1 + distance);
            double beyond = forecast.CrossedNotional(side, price, end);
            _cells[i] = new LiquidationCell(i * Step, distance, scale * Math.Max(0, beyond - crossed));
            crossed = beyond;
        }

        return _cells;
    }
}
