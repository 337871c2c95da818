using System.Globalization;
using LiqIndicators.Analytics.Market;
using LiqIndicators.TestKit;

namespace LiqIndicators.Simulation.Tests.StylisedFacts;

/// <summary>The definitions of the facts, held against figures known of the real market that they were taken from.</summary>
public sealed class RealMarketTests
{
    [SkippableFact]
    public void Of_RealMarket_GivesTheKnownFigures()
    {
        Skip.IfNot(SharedMaterial.IsHere, SharedMaterial.Reason);
        MarketFacts facts = MarketFacts.Of(Read(SharedMaterial.PathOf("data/btc-2025-12_2026-03/market.csv")));
        Assert.InRange(facts.LiquidatedPerDay, 0.003, 0.005);
        Assert.InRange(facts.TopHoursShare, 0.25, 0.35);
        Assert.InRange(facts.LogAutocorrelation, 0.35, 0.45);
        Assert.InRange(facts.EmptyHoursShare, 0.02, 0.03);
        Assert.InRange(facts.RealisedOverPredicted, 0.03, 0.05);
        Assert.Equal(0.0053, facts.HourlyVolatility, tolerance: 0.0002);
        Assert.Equal(0.0033, facts.OpenInterestChange, tolerance: 0.0002);
    }

    private static MarketBar[] Read(string path) =>
    [
        .. File.ReadLines(path).Skip(1).Select(line =>
        {
            string[] f = line.Split(',');
            double Number(int i) => double.Parse(f[i], CultureInfo.InvariantCulture);
            DateTime time = DateTime.Parse(f[0], CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);
            return new MarketBar(
                time, Number(1), Number(2), Number(3), Number(4), double.NaN, Number(5) / Number(4), Number(6), Number(7), Number(8), Number(9));
        }),
    ];
}
