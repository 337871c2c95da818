using cAlgo.API;
using cAlgo.API.Indicators;

namespace LiqIndicators.Terminal.Tests.Fixtures;

/// <summary>Supertrend: bands around the median that only tighten while the close stays on their side.</summary>
[Indicator(IsOverlay = true)]
public class TrendFollower : Indicator
{
    private AverageTrueRange _range = null!;
    private IndicatorDataSeries _upper = null!;
    private IndicatorDataSeries _lower = null!;
    private IndicatorDataSeries _direction = null!;

    [Parameter("Periods", DefaultValue = 10)]
    public int Periods { get; set; }

    [Parameter("Multiplier", DefaultValue = 2.0)]
    public double Multiplier { get; set; }

    [Output("Up")]
    public IndicatorDataSeries Up { get; set; } = null!;

    [Output("Down")]
    public IndicatorDataSeries Down { get; set; } = null!;

    protected override void Initialize()
    {
        _range = Indicators.AverageTrueRange(Periods, MovingAverageType.WilderSmoothing);
        _upper = CreateDataSeries();
        _lower = CreateDataSeries();
        _direction = CreateDataSeries();
    }

    public override void Calculate(int index)
    {
        double width = Multiplier * _range.Result[index];
        double upper = Bars.MedianPrices[index] + width;
        double lower = Bars.MedianPrices[index] - width;
        double close = Bars.ClosePrices[index];
        double closeBefore = Bars.ClosePrices[index - 1];
        _upper[index] = upper < _upper[index - 1] || !(closeBefore <= _upper[index - 1]) ? upper : _upper[index - 1];
        _lower[index] = lower > _lower[index - 1] || !(closeBefore >= _lower[index - 1]) ? lower : _lower[index - 1];
        _direction[index] = close > _upper[index - 1] ? 1
            : close < _lower[index - 1] ? -1
            : double.IsNaN(_direction[index - 1]) ? 1 : _direction[index - 1];
        Up[index] = _direction[index] > 0 ? _lower[index] : double.NaN;
        Down[index] = _direction[index] < 0 ? _upper[index] : double.NaN;
    }
}
