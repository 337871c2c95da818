namespace cAlgo.API.Indicators;

public interface MovingAverage : StandardIndicator
{
    IndicatorDataSeries Result { get; }
}

public interface SimpleMovingAverage : MovingAverage
{
}

public interface ExponentialMovingAverage : MovingAverage
{
}

public interface WeightedMovingAverage : MovingAverage
{
}
