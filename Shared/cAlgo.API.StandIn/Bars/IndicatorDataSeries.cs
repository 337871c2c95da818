namespace cAlgo.API;

public interface IndicatorDataSeries : DataSeries
{
    new double this[int index] { get; set; }

    IndicatorLine Line { get; }
}
