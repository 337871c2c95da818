namespace cAlgo.API.Indicators;

public interface StandardDeviation : StandardIndicator
{
    IndicatorDataSeries Result { get; }
}
