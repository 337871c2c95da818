using cAlgo.API;
using cAlgo.API.Indicators;

namespace LiqIndicators.Terminal.Tests.Fixtures;

/// <summary>An exponential moving average drawn some bars ahead or behind.</summary>
[Indicator(IsOverlay = true)]
public class ShiftedAverage : Indicator
{
    private ExponentialMovingAverage _average = null!;

    [Parameter("Periods", DefaultValue = 9)]
    public int Periods { get; set; }

    [Parameter("Shift", DefaultValue = 3)]
    public int Shift { get; set; }

    [Output("Result")]
    public IndicatorDataSeries Result { get; set; } = null!;

    protected override void Initialize() => _average = Indicators.ExponentialMovingAverage(Bars.ClosePrices, Periods);

    public override void Calculate(int index) => Result[index + Shift] = _average.Result[index];
}
