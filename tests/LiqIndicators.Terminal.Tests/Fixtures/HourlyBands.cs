using cAlgo.API;
using cAlgo.API.Indicators;

namespace LiqIndicators.Terminal.Tests.Fixtures;

/// <summary>Bollinger bands of the hourly closes, shown on a finer chart.</summary>
[Indicator(IsOverlay = true)]
public class HourlyBands : Indicator
{
    private Bars _hours = null!;
    private BollingerBands _bands = null!;

    [Parameter("Periods", DefaultValue = 4)]
    public int Periods { get; set; }

    [Output("Top")]
    public IndicatorDataSeries Top { get; set; } = null!;

    [Output("Bottom")]
    public IndicatorDataSeries Bottom { get; set; } = null!;

    protected override void Initialize()
    {
        _hours = MarketData.GetBars(TimeFrame.Hour);
        _bands = Indicators.BollingerBands(_hours.ClosePrices, Periods, 2, MovingAverageType.Simple);
    }

    public override void Calculate(int index)
    {
        int hour = _hours.OpenTimes.GetIndexByTime(Bars.OpenTimes[index]);
        Top[index] = _bands.Top[hour];
        Bottom[index] = _bands.Bottom[hour];
    }
}
