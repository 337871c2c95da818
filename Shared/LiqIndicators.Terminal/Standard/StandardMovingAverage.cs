using cAlgo.API;
using cAlgo.API.Indicators;

namespace LiqIndicators.Terminal.Standard;

/// <summary>Moving averages of a series: simple, exponential, weighted and Wilder's.</summary>
/// <remarks>
/// The recursive ones start from the first value of the source and weigh a new value 2 / (n + 1), Wilder's 1 / n.
/// The others are NaN until they have n values.
/// </remarks>
internal sealed class StandardMovingAverage
    : Indicator, SimpleMovingAverage, ExponentialMovingAverage, WeightedMovingAverage
{
    private readonly DataSeries _source;
    private readonly int _periods;
    private readonly MovingAverageType _type;

    internal StandardMovingAverage(DataSeries source, int periods, MovingAverageType type)
    {
        if (type is not (MovingAverageType.Simple or MovingAverageType.Exponential
            or MovingAverageType.Weighted or MovingAverageType.WilderSmoothing))
        {
            throw new NotSupportedException(
                $"The headless terminal has no {type} moving average; it has simple, exponential, weighted and Wilder's.");
        }

        _source = source;
        _periods = periods >= 1
            ? periods
            : throw new ArgumentOutOfRangeException(nameof(periods), periods, $"periods is {periods}; expected >= 1.");
        _type = type;
    }

    [Output("Main")]
    public IndicatorDataSeries Result { get; set; } = null!;

    public override void Calculate(int index) => Result[index] = _type switch
    {
        MovingAverageType.Exponential => Recursive(index, 2.0 / (_periods + 1)),
        MovingAverageType.WilderSmoothing => Recursive(index, 1.0 / _periods),
        MovingAverageType.Weighted => Weighted(index),
        _ => Simple(index),
    };

    private double Simple(int index)
    {
        double sum = 0;
        for (int i = 0; i < _periods; i++)
        {
            sum += _source[index - i];
        }

        return sum / _periods;
    }

    private double Weighted(int index)
    {
        double sum = 0;
        for (int i = 0; i < _periods; i++)
        {
            sum += (_periods - i) * _source[index - i];
        }

        return sum / (_periods * (_periods + 1) / 2.0);
    }

    private double Recursive(int index, double weight)
    {
        double before = Result[index - 1];
        double value = _source[index];
        return double.IsNaN(before) ? value : before + (weight * (value - before));
    }
}
