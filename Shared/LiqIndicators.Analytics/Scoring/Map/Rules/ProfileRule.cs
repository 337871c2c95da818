using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Scoring.Map.Rules;

/// <summary>
/// Where the market has been: each bar's time or volume, spread evenly over its range, fading, as one profile for both
/// sides whose sum is the open interest.
/// </summary>
internal sealed class ProfileRule : IMapRule
{
    private const double CellLogWidth = 0.001;
    private const double HalfLifeHours = 168;

    private readonly LogPriceCells _cells = new(CellLogWidth);
    private readonly bool _weighsByVolume;
    private double _openInterest = double.NaN;
    private double _sum;

    public ProfileRule(string name, bool weighsByVolume)
    {
        Name = name;
        _weighsByVolume = weighsByVolume;
    }

    public string Name { get; }

    public string? Lacks => _weighsByVolume && !(_sum > 0) ? "volume" : double.IsNaN(_openInterest) ? "open interest" : null;

    public double QuantityBetween(PositionSide side, double lowPrice, double highPrice) =>
        Lacks is null ? _cells.Between(lowPrice, highPrice) / _sum * _openInterest : 0;

    public void Update(in MarketBar bar)
    {
        double fade = Math.Pow(0.5, 1 / HalfLifeHours);
        _cells.Scale(fade);
        _sum *= fade;
        double weight = _weighsByVolume ? bar.VolumeQuantity : 1;
        if (weight > 0)
        {
            int low = _cells.CellOf(bar.Low);
            int high = _cells.CellOf(bar.High);
            for (int cell = low; cell <= high; cell++)
            {
                _cells.Add(cell, weight / (high - low + 1));
            }

            _sum += weight;
        }

        if (bar.OpenInterestQuantity >= 0)
        {
            _openInterest = bar.OpenInterestQuantity;
        }
    }
}
