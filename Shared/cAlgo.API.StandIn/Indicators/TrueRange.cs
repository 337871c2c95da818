namespace cAlgo.API.Indicators;

public interface TrueRange : StandardIndicator
{
    IndicatorDataSeries Result { get; }
}
