using LiqIndicators.Analytics.Liquidation.Forecast;
using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Scoring.Map.Rules;

/// <summary>The product's map with its scale and range as a rule.</summary>
public sealed class LiquidationForecastRule : ICalibratedMapRule
{
    private readonly LiquidationForecast _forecast;

    /// <summary>A rule over a forecast that no one else feeds.</summary>
    /// <param name="name">What the rule is called in reports.</param>
    /// <param name="forecast">A forecast without bars.</param>
    public LiquidationForecastRule(string name, LiquidationForecast forecast)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        Name = name;
        _forecast = forecast;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string? Lacks => _forecast.Map.IsReady ? null : "open interest";

    /// <inheritdoc/>
    public double QuantityBetween(PositionSide side, double lowPrice, double highPrice) =>
        _forecast.Map.QuantityBetween(side, lowPrice, highPrice);

    /// <inheritdoc/>
    public LiquidationEstimate Estimate(PositionSide side, double openPrice, double extremePrice) =>
        _forecast.Expect(side, _forecast.CrossedNotional(side, openPrice, extremePrice));

    /// <inheritdoc/>
    public void Update(in MarketBar bar) => _forecast.Update(bar);
}
