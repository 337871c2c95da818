using cAlgo.API;
using cAlgo.API.Indicators;

namespace LiqIndicators.Terminal.Standard;

/// <summary>Root of the mean squared distance of the last n values from their moving average; NaN before n values.</summary>
internal sealed class StandardDeviationIndicator : Indicator, StandardDeviation
{
    private readonly DataSeries _source;
    private readonly int _periods;
    private readonly MovingAverageType _type;
    private MovingAverage _average = null!;

    internal StandardDeviationIndicator(DataSeries source, int periods, MovingAverageType type)
    {
        _source = source;
        _periods = periods;
        _type = type;
    }

    [Output("Main")]
    public IndicatorDataSeries Result { get; set; } = null!;

    public override void Calculate(int index)
    {
        double average = _average.Result[index];
        double sum = 0;
        for (int i = 0; i < _periods; i++)
        {
            double distance = _source[index - i] - average;
            sum += distance * distance;
        }

        Result[index] = Math.Sqrt(sum / _periods);
    }

    protected internal override void Initialize() => _average = Indicators.MovingAverage(_source, _periods, _type);
}
