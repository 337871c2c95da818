using LiqIndicators.Analytics.Market;
using MathNet.Numerics.Distributions;

namespace LiqIndicators.Analytics.Scoring.Map.Rules;

/// <summary>
/// Open interest in Gaussian buckets around the last close: centred 1, 2 and 3 average true ranges away, each half a range
/// wide (standard deviation), in equal parts.
/// </summary>
internal sealed class AverageRangeRule : IMapRule
{
    private const int Bars = 14;
    private const int Buckets = 3;
    private const double Width = 0.5;

    private double _openInterest = double.NaN;
    private double _price = double.NaN;
    private double _range;

    public string Name => "ATR-Gaussian buckets";

    public string? Lacks => double.IsNaN(_openInterest) ? "open interest" : null;

    public double QuantityBetween(PositionSide side, double lowPrice, double highPrice)
    {
        if (double.IsNaN(_openInterest) || !(_range > 0))
        {
            return 0;
        }

        (double near, double far) = Profiles.Distances(side, _price, lowPrice, highPrice);
        double unit = _range / _price;
        double share = 0;
        for (int bucket = 1; bucket <= Buckets; bucket++)
        {
            share += (Normal.CDF(bucket, Width, far / unit) - Normal.CDF(bucket, Width, near / unit)) / Buckets;
        }

        return _openInterest * share;
    }

    public void Update(in MarketBar bar)
    {
        bool isFirst = double.IsNaN(_price);
        double before = isFirst ? bar.Open : _price;
        double range = Math.Max(bar.High, before) - Math.Min(bar.Low, before);
        _range = isFirst ? range : _range + ((range - _range) / Bars);
        _price = bar.Close;
        if (bar.OpenInterestQuantity >= 0)
        {
            _openInterest = bar.OpenInterestQuantity;
        }
    }
}
