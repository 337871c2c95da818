namespace LiqIndicators.Workbench.Scoring.Guard;

/// <summary>Does nothing.</summary>
internal sealed class NoPolicy : IReducingPolicy
{
    public void Look(EpisodeAccount account, int closed)
    {
    }
}

/// <summary>Holds leverage below a cap: above it by more than the tolerance, it is cut down to it. It never adds.</summary>
/// <param name="cap">Highest leverage by minute; dimensionless.</param>
internal sealed class LeverageCap(Func<int, double> cap) : IReducingPolicy
{
    private const double Tolerance = 0.05;

    public void Look(EpisodeAccount account, int closed)
    {
        double limit = cap(closed);
        if (account.Leverage > limit * (1 + Tolerance))
        {
            account.CutVolume(account.Volume - (limit * Math.Max(0, account.Equity) / account.Price));
        }
    }
}

/// <summary>Makes given cuts at random minutes between entry and end.</summary>
internal sealed class RandomCuts : IReducingPolicy
{
    private readonly (int Minute, double Volume)[] _cuts;
    private int _next;

    /// <summary>Draws the minutes.</summary>
    /// <param name="volumes">Volumes to cut; units.</param>
    /// <param name="from">First minute.</param>
    /// <param name="to">End of the minutes.</param>
    /// <param name="numbers">Decides the minutes.</param>
    internal RandomCuts(IReadOnlyList<double> volumes, int from, int to, Analytics.Statistics.SeededSequence numbers)
    {
        _cuts = [.. volumes.Select(volume => (from + numbers.Below(to - from), volume)).OrderBy(cut => cut.Item1)];
    }

    public void Look(EpisodeAccount account, int closed)
    {
        for (; _next < _cuts.Length && _cuts[_next].Minute <= closed; _next++)
        {
            account.CutVolume(Math.Min(account.Volume, _cuts[_next].Volume));
        }
    }
}
