namespace cAlgo.API;

public enum MovingAverageType
{
    Simple,
    Exponential,
    TimeSeries,
    Triangular,
    VIDYA,
    Weighted,
    WilderSmoothing,
    Hull,
    DoubleExponential,
    TripleExponential,
    KaufmanAdaptive,
}
