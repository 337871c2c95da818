using cAlgo.API;
using cAlgo.API.Indicators;

namespace LiqIndicators.Terminal.Standard;

/// <summary>Wilder's RSI: 100 − 100 / (1 + average gain / average loss); percent in [0, 100].</summary>
/// <remarks>Gains and losses are averaged with an exponential average of 2n − 1 periods, which is Wilder's 1 / n.</remarks>
internal sealed class StandardRelativeStrengthIndex : Indicator, RelativeStrengthIndex
{
    private readonly DataSeries _source;
    private readonly int _periods;
    private IndicatorDataSeries _gains = null!;
    private IndicatorDataSeries _losses = null!;
    private ExponentialMovingAverage _averageGain = null!;
    private ExponentialMovingAverage _averageLoss = null!;

    internal StandardRelativeStrengthIndex(DataSeries source, int periods)
    {
        _source = source;
        _periods = periods;
    }

    [Output("Main")]
    public IndicatorDataSeries Result { get; set; } = null!;

    public override void Calculate(int index)
    {
        double change = _source[index] - _source[index - 1];
        _gains[index] = double.IsNaN(change) ? double.NaN : Math.Max(change, 0);
        _losses[index] = double.IsNaN(change) ? double.NaN : Math.Max(-change, 0);
        double loss = _averageLoss.Result[index];
        double gain = _averageGain.Result[index];
        Result[index] = loss > 0 ? 100 - (100 / (1 + (gain / loss))) : gain >= 0 ? 100 : double.NaN;
    }

    protected internal override void Initialize()
    {
        _gains = CreateDataSeries();
        _losses = CreateDataSeries();
        _averageGain = Indicators.ExponentialMovingAverage(_gains, (2 * _periods) - 1);
        _averageLoss = Indicators.ExponentialMovingAverage(_losses, (2 * _periods) - 1);
    }
}
