using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Simulation.Tests.StylisedFacts;

/// <summary>Numbers that describe a liquidation market, each from its definition. Facts about sides are means over both.</summary>
internal sealed record MarketFacts
{
    private const int WarmUpHours = 424;

    private MarketFacts()
    {
    }

    /// <summary>Published liquidations of one side per day over mean open interest.</summary>
    public required double LiquidatedPerDay { get; init; }

    /// <summary>Share of a side's liquidations in its largest 1% of hours.</summary>
    public required double TopHoursShare { get; init; }

    /// <summary>Lag-1 autocorrelation of log(10^4 + liquidations of a side).</summary>
    public required double LogAutocorrelation { get; init; }

    /// <summary>Share of hours without a liquidation of a side.</summary>
    public required double EmptyHoursShare { get; init; }

    /// <summary>Published liquidations over those predicted by the conserving rule.</summary>
    public required double RealisedOverPredicted { get; init; }

    /// <summary>Root mean square of hourly log returns.</summary>
    public required double HourlyVolatility { get; init; }

    /// <summary>Median of absolute hourly log returns.</summary>
    public required double MedianMove { get; init; }

    /// <summary>Fourth moment over the squared second of hourly log returns.</summary>
    public required double Kurtosis { get; init; }

    /// <summary>Lag-1 autocorrelation of absolute hourly log returns.</summary>
    public required double VolatilityClustering { get; init; }

    /// <summary>Mean of (high - low) / open.</summary>
    public required double MeanRange { get; init; }

    /// <summary>Mean absolute hourly relative change of open interest in coins.</summary>
    public required double OpenInterestChange { get; init; }

    /// <summary>Root mean square of the relative change of open interest over 24 hours.</summary>
    public required double OpenInterestDailyChange { get; init; }

    /// <summary>Largest fall of open interest in one hour, as a fraction.</summary>
    public required double LargestOpenInterestFall { get; init; }

    /// <summary>Largest fall of the close over 24 hours, as a fraction.</summary>
    public required double LargestDailyFall { get; init; }

    /// <summary>Lag-1 autocorrelation of hourly log returns.</summary>
    public required double ReturnAutocorrelation { get; init; }

    public static MarketFacts Of(IReadOnlyList<MarketBar> bars)
    {
        double[] longs = [.. bars.Select(b => b.LiquidatedLongNotional)];
        double[] shorts = [.. bars.Select(b => b.LiquidatedShortNotional)];
        double[] returns = [.. Enumerable.Range(1, bars.Count - 1).Select(t => Math.Log(bars[t].Close / bars[t - 1].Close))];
        double[] moves = [.. returns.Select(Math.Abs)];
        double openInterest = bars.Average(b => b.OpenInterestNotional);
        double days = bars.Count / 24.0;
        (double[] predictedLong, double[] predictedShort) = ConservingRule.Predict(bars);
        double meanSquare = returns.Average(r => r * r);
        double BothSides(Func<double[], double> fact) => (fact(longs) + fact(shorts)) / 2;
        double Change(int t, int hours) => (bars[t].OpenInterestQuantity / bars[t - hours].OpenInterestQuantity) - 1;
        return new MarketFacts
        {
            LiquidatedPerDay = BothSides(x => x.Sum() / days / openInterest),
            TopHoursShare = BothSides(x => x.OrderDescending().Take(x.Length / 100).Sum() / x.Sum()),
            LogAutocorrelation = BothSides(x => Autocorrelation([.. x.Select(v => Math.Log(1e4 + v))])),
            EmptyHoursShare = BothSides(x => x.Count(v => v == 0) / (double)x.Length),
            RealisedOverPredicted = (longs.Skip(WarmUpHours).Sum() + shorts.Skip(WarmUpHours).Sum())
                / (predictedLong.Skip(WarmUpHours).Sum() + predictedShort.Skip(WarmUpHours).Sum()),
            HourlyVolatility = Math.Sqrt(meanSquare),
            MedianMove = moves.Order().ElementAt(moves.Length / 2),
            Kurtosis = returns.Average(r => r * r * r * r) / (meanSquare * meanSquare),
            VolatilityClustering = Autocorrelation(moves),
            MeanRange = bars.Average(b => (b.High - b.Low) / b.Open),
            OpenInterestChange = Enumerable.Range(1, bars.Count - 1).Average(t => Math.Abs(Change(t, 1))),
            OpenInterestDailyChange = Math.Sqrt(Enumerable.Range(24, bars.Count - 24).Average(t => Change(t, 24) * Change(t, 24))),
            LargestOpenInterestFall = -Enumerable.Range(1, bars.Count - 1).Min(t => Change(t, 1)),
            LargestDailyFall = -Enumerable.Range(24, bars.Count - 24).Min(t => (bars[t].Close / bars[t - 24].Close) - 1),
            ReturnAutocorrelation = Autocorrelation(returns),
        };
    }

    private static double Autocorrelation(double[] x)
    {
        double mean = x.Average();
        return Enumerable.Range(1, x.Length - 1).Sum(t => (x[t] - mean) * (x[t - 1] - mean)) / x.Sum(v => (v - mean) * (v - mean));
    }
}
