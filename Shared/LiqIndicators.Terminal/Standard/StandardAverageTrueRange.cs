using cAlgo.API;
using cAlgo.API.Indicators;

namespace LiqIndicators.Terminal.Standard;

/// <summary>Moving average of the true range.</summary>
internal sealed class StandardAverageTrueRange : Indicator, AverageTrueRange
{
    private readonly int _periods;
    private readonly MovingAverageType _type;
    private MovingAverage _average = null!;

    internal StandardAverageTrueRange(int periods, MovingAverageType type)
    {
        _periods = periods;
        _type = type;
    }

    [Output("Main")]
    public IndicatorDataSeries Result { get; set; } = null!;

    public override void Calculate(int index) => Result[index] = _average.Result[index];

    protected internal override void Initialize() =>
        _average = Indicators.MovingAverage(Indicators.TrueRange(Bars).Result, _periods, _type);
}
