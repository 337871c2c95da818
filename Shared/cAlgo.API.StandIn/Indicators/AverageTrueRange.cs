namespace cAlgo.API.Indicators;

public interface AverageTrueRange : StandardIndicator
{
    IndicatorDataSeries Result { get; set; }
}
