namespace cAlgo.API.Indicators;

public interface BollingerBands : StandardIndicator
{
    IndicatorDataSeries Main { get; }
    IndicatorDataSeries Top { get; }
    IndicatorDataSeries Bottom { get; }
}
