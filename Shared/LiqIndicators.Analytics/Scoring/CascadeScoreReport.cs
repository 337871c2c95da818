using LiqIndicators.Analytics.Cascade;
using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Scoring;

/// <summary>Scores of all horizons and sides, and what followed flushes.</summary>
/// <param name="Hours">Hours scored at the shortest horizon.</param>
/// <param name="FlushOptions">What counted as a fall and as a flush.</param>
/// <param name="Flush">Forward returns, by horizon.</param>
/// <param name="Results">Scores, by horizon and then by side.</param>
public sealed record CascadeScoreReport(
    int Hours, FlushTestOptions FlushOptions, IReadOnlyList<FlushTestResult> Flush, IReadOnlyList<CascadeScore> Results)
{
    /// <summary>Scores hourly bars.</summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There is no hour that can be scored.</exception>
    public static CascadeScoreReport Of(IReadOnlyList<MarketBar> bars, CascadeScoringOptions options)
    {
        ArgumentNullException.ThrowIfNull(bars);
        MarketBar[] hours = [.. bars];
        CascadeFeatureSet[] features = CascadeFeatures.Run(hours);
        FlushTestOptions flushOptions = new();
        List<FlushTestResult> flush = [];
        List<CascadeScore> results = [];
        foreach (int horizonHours in CascadeScoring.HorizonsHours)
        {
            flush.Add(FlushTest.Run(hours, horizonHours, flushOptions));
            results.Add(CascadeScoring.Score(hours, features, PositionSide.Long, horizonHours, options));
            results.Add(CascadeScoring.Score(hours, features, PositionSide.Short, horizonHours, options));
        }

        return new CascadeScoreReport(results[0].Hours, flushOptions, flush, results);
    }
}
