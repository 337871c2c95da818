using LiqIndicators.Analytics.Market;
using LiqIndicators.Simulation.Truth;

namespace LiqIndicators.Simulation.Tests.StylisedFacts;

/// <summary>Markets of a few tuning seeds, simulated once for all tests of stylised facts.</summary>
public sealed class CalibratedMarkets
{
    private static readonly int[] Seeds = [1001, 1002, 1003, 1004, 1005];

    public CalibratedMarkets()
    {
        Markets = [.. Seeds.Select(seed => MarketSimulation.Run(new SimulationOptions { Seed = seed, TruthIntervalHours = 48 }))];
        Facts = [.. Markets.Select(market => MarketFacts.Of(market.Bars))];
    }

    internal IReadOnlyList<SimulatedMarket> Markets { get; }

    internal IReadOnlyList<MarketFacts> Facts { get; }

    internal double Median(Func<MarketFacts, double> fact) => Median(Facts.Select(fact));

    internal static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    /// <summary>Distance from price to liquidation below which a share of all traders' open mass lies, over all snapshots.</summary>
    internal static double DistanceQuantile(SimulatedMarket market, double share)
    {
        List<(double Distance, double Quantity)> open = [];
        foreach (SimulatedHour hour in market.Hours)
        {
            foreach (TruthBucket bucket in hour.Truth?.Buckets ?? [])
            {
                if (bucket.Leverage >= 1)
                {
                    open.Add((Math.Abs((bucket.LiquidationPrice / hour.Truth!.Price) - 1), bucket.Quantity));
                }
            }
        }

        open.Sort();
        double wanted = share * open.Sum(o => o.Quantity);
        double sum = 0;
        return open.First(o => (sum += o.Quantity) >= wanted).Distance;
    }

    internal static double TrueLiquidated(SimulatedMarket market, PositionSide side) => market.Hours.Sum(
        hour => side == PositionSide.Long ? hour.LiquidatedLongNotional : hour.LiquidatedShortNotional);
}
