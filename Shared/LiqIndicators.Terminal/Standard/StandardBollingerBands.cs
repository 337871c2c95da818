using cAlgo.API;
using cAlgo.API.Indicators;

namespace LiqIndicators.Terminal.Standard;

/// <summary>A moving average and a band of so many standard deviations on each side.</summary>
internal sealed class StandardBollingerBands : Indicator, BollingerBands
{
    private readonly DataSeries _source;
    private readonly int _periods;
    private readonly double _deviations;
    private readonly MovingAverageType _type;
    private MovingAverage _average = null!;
    private StandardDeviation _deviation = null!;

    internal StandardBollingerBands(DataSeries source, int periods, double deviations, MovingAverageType type)
    {
        _source = source;
        _periods = periods;
        _deviations = deviations;
        _type = type;
    }

    [Output("Main")]
    public IndicatorDataSeries Main { get; set; } = null!;

    [Output("Top")]
    public IndicatorDataSeries Top { get; set; } = null!;

    [Output("Bottom")]
    public IndicatorDataSeries Bottom { get; set; } = null!;

    public override void Calculate(int index)
    {
        double average = _average.Result[index];
        double width = _deviations * _deviation.Result[index];
        Main[index] = average;
        Top[index] = average + width;
        Bottom[index] = average - width;
    }

    protected internal override void Initialize()
    {
        _average = Indicators.MovingAverage(_source, _periods, _type);
        _deviation = Indicators.StandardDeviation(_source, _periods, _type);
    }
}
