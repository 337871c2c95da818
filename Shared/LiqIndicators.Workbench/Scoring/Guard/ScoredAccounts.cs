namespace LiqIndicators.Workbench.Scoring.Guard;

/// <summary>Outcomes of many accounts under one policy; as many of each seed.</summary>
internal sealed class ScoredAccounts
{
    private const double Tail = 0.05;
    private readonly IReadOnlyList<EpisodeOutcome> _outcomes;
    private readonly int[] _byReturn;
    private readonly int[] _byDrawdown;

    /// <summary>Sorts once what every resample asks for.</summary>
    /// <param name="outcomes">Seed after seed, the same number of accounts of each.</param>
    /// <param name="seeds">Number of seeds.</param>
    internal ScoredAccounts(IReadOnlyList<EpisodeOutcome> outcomes, int seeds)
    {
        _outcomes = outcomes;
        Seeds = seeds;
        _byReturn = [.. Enumerable.Range(0, outcomes.Count).OrderBy(i => outcomes[i].Return).ThenBy(i => i)];
        _byDrawdown = [.. Enumerable.Range(0, outcomes.Count).OrderBy(i => outcomes[i].MaxDrawdown).ThenBy(i => i)];
    }

    /// <summary>Number of seeds.</summary>
    internal int Seeds { get; }

    /// <summary>Number of accounts.</summary>
    internal int Count => _outcomes.Count;

    /// <summary>Figures with each seed counted so many times.</summary>
    /// <param name="counts">By seed; not all 0.</param>
    internal PolicyFigures Figures(ReadOnlySpan<int> counts)
    {
        double accounts = 0;
        double stopOuts = 0;
        double turnover = 0;
        double cost = 0;
        double returns = 0;
        double before = 0;
        for (int i = 0; i < _outcomes.Count; i++)
        {
            int times = counts[SeedOf(i)];
            accounts += times;
            stopOuts += times * (_outcomes[i].IsStoppedOut ? 1 : 0);
            turnover += times * _outcomes[i].Turnover;
            cost += times * _outcomes[i].Cost;
            returns += times * _outcomes[i].Return;
            before += times * _outcomes[i].ReturnBeforeShock;
        }

        return new PolicyFigures(
            stopOuts,
            MedianDrawdown(counts, accounts),
            TailMean(counts, accounts * Tail),
            turnover / accounts,
            cost / accounts,
            returns / accounts,
            before / accounts);
    }

    /// <summary>Mean of the worst returns; the one at the edge counts in part.</summary>
    private double TailMean(ReadOnlySpan<int> counts, double accounts)
    {
        double left = accounts;
        double sum = 0;
        for (int rank = 0; left > 0; rank++)
        {
            double taken = Math.Min(left, counts[SeedOf(_byReturn[rank])]);
            sum += taken * _outcomes[_byReturn[rank]].Return;
            left -= taken;
        }

        return sum / accounts;
    }

    private double MedianDrawdown(ReadOnlySpan<int> counts, double accounts)
    {
        double low = double.NaN;
        double passed = 0;
        foreach (int i in _byDrawdown)
        {
            passed += counts[SeedOf(i)];
            if (double.IsNaN(low) && passed >= accounts / 2)
            {
                low = _outcomes[i].MaxDrawdown;
            }

            if (passed > accounts / 2)
            {
                return (low + _outcomes[i].MaxDrawdown) / 2;
            }
        }

        return low;
    }

    private int SeedOf(int account) => account / (_outcomes.Count / Seeds);
}
