namespace cAlgo.API.Internals;

public interface LeverageTier
{
    double Volume { get; }
    double Leverage { get; }
}
