namespace cAlgo.API.Indicators;

public interface RelativeStrengthIndex : StandardIndicator
{
    IndicatorDataSeries Result { get; }
}
