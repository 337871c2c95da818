using cAlgo.API.Indicators;

namespace cAlgo.API.Internals;

public interface IIndicatorsAccessor
{
    TIndicator GetIndicator<TIndicator>(params object[] parameterValues) where TIndicator : Indicator;
    TIndicator GetIndicator<TIndicator>(Bars bars, params object[] parameterValues) where TIndicator : Indicator;
    MovingAverage MovingAverage(DataSeries source, int periods, MovingAverageType maType);
    ExponentialMovingAverage ExponentialMovingAverage(DataSeries source, int periods);
    WeightedMovingAverage WeightedMovingAverage(DataSeries source, int periods);
    SimpleMovingAverage SimpleMovingAverage(DataSeries source, int periods);
    TrueRange TrueRange();
    TrueRange TrueRange(Bars bars);
    StandardDeviation StandardDeviation(DataSeries source, int periods, MovingAverageType maType);
    BollingerBands BollingerBands(DataSeries source, int periods, double standardDeviations, MovingAverageType maType);
    RelativeStrengthIndex RelativeStrengthIndex(DataSeries source, int periods);
    AverageTrueRange AverageTrueRange(int periods, MovingAverageType maType);
    AverageTrueRange AverageTrueRange(Bars bars, int periods, MovingAverageType maType);
}
