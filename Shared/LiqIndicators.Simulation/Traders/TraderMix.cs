using LiqIndicators.Simulation.Margin;
using LiqIndicators.Simulation.Randomness;

namespace LiqIndicators.Simulation.Traders;

/// <summary>How the traders of one seed behave: leverage mix, margin rules and churn. Hidden from every estimator.</summary>
internal sealed class TraderMix
{
    /// <summary>Leverages that traders choose from.</summary>
    public static readonly double[] LeverageMenu = [2, 3, 5, 7, 10, 15, 20, 25, 35, 50, 75, 100, 125];

    // Share of the open mass by leverage, before the seed's tilt. With the extra margin traders post, distances to
    // liquidation come out near those of the one measured book: p10 / p50 / p90 of 3 / 14 / 40%.
    private static readonly double[] TypicalOpenShare =
        [0.02, 0.08, 0.14, 0.13, 0.14, 0.10, 0.12, 0.09, 0.07, 0.08, 0.05, 0.05, 0.016];

    private readonly double[] _flowShare;
    private readonly double[] _closeHazard;

    private TraderMix(double[] flowShare, double[] closeHazard, MarginTierTable tiers)
    {
        _flowShare = flowShare;
        _closeHazard = closeHazard;
        Tiers = tiers;
    }

    /// <summary>Margin rules of the venue.</summary>
    public MarginTierTable Tiers { get; }

    /// <summary>Share of new positions that choose each leverage of the menu; sums to 1.</summary>
    public ReadOnlySpan<double> FlowShare => _flowShare;

    /// <summary>Rate at which positions of each leverage are closed by choice; per hour.</summary>
    public ReadOnlySpan<double> CloseHazardPerHour => _closeHazard;

    /// <summary>Draws the mix of one seed.</summary>
    public static TraderMix Draw(RandomStream random)
    {
        const double TypicalLeverage = 7;
        double tilt = 0.12 * random.NextNormal();
        double churn = MarketParameters.CloseHazardPerHourAtTenTimes * random.NextLogNormal(0.2);
        double[] hazard = new double[LeverageMenu.Length];
        double[] flow = new double[LeverageMenu.Length];
        double sum = 0;
        for (int i = 0; i < flow.Length; i++)
        {
            double leverage = LeverageMenu[i];
            hazard[i] = churn * Math.Pow(leverage / 10, MarketParameters.CloseHazardLeverageExponent);
            flow[i] = TypicalOpenShare[i] * hazard[i] * Math.Pow(leverage / TypicalLeverage, tilt) * random.NextLogNormal(0.2);
            sum += flow[i];
        }

        for (int i = 0; i < flow.Length; i++)
        {
            flow[i] /= sum;
        }

        return new TraderMix(flow, hazard, MarginTierTable.Build(random.NextUniform(0.9, 1.5), random.NextUniform(0.5, 4)));
    }
}
