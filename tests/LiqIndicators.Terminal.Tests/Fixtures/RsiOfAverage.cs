using cAlgo.API;
using cAlgo.API.Indicators;

namespace LiqIndicators.Terminal.Tests.Fixtures;

/// <summary>RSI of a simple moving average: an indicator on the output of another.</summary>
[Indicator]
public class RsiOfAverage : Indicator
{
    private SimpleMovingAverage _average = null!;
    private RelativeStrengthIndex _rsi = null!;

    [Parameter("Source")]
    public DataSeries Source { get; set; } = null!;

    [Parameter("Average", DefaultValue = 5)]
    public int AveragePeriods { get; set; }

    [Parameter("RSI", DefaultValue = 7)]
    public int RsiPeriods { get; set; }

    [Output("Result")]
    public IndicatorDataSeries Result { get; set; } = null!;

    protected override void Initialize()
    {
        _average = Indicators.SimpleMovingAverage(Source, AveragePeriods);
        _rsi = Indicators.RelativeStrengthIndex(_average.Result, RsiPeriods);
    }

    public override void Calculate(int index) => Result[index] = _rsi.Result[index];
}
