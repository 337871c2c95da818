using LiqIndicators.Analytics.Guarding;
using LiqIndicators.Analytics.Market;
using LiqIndicators.MarketData.Feeds;
using LiqIndicators.Sessions.Cascade;

namespace LiqIndicators.Sessions.Guarding;

/// <summary>Turns what a cascade session reads off the market into the risk that a ladder goes by.</summary>
/// <remarks>
/// <para>
/// Three witnesses, each on its own scale from 0 to 100; the highest counts, so the risk never falls when one of them
/// rises. The <b>phase</b> of the treadmill is worth a fixed number for the side that it is about and nothing for the
/// other; in stress and in a cascade the size of the move against that side counts too, <see cref="RiskPerSigma"/> for
/// each deviation beyond the first. Of the <b>score</b> only what is above <see cref="OrdinaryScore"/> counts,
/// <see cref="RiskPerPoint"/> for each point. The <b>probability</b> of a flush within one hour counts as it is, in percent: it is
/// calibrated, known of whole hours, and changes when one closes.
/// </para>
/// <para>The risk orders situations; it is no probability. Source: docs/leverage-guard.md, "From the market to the risk".</para>
/// </remarks>
public static class CascadeRiskMapping
{
    /// <summary>Score that 99 of 100 calm readings stay below; only what is above it counts. Simulated seeds 1001 to 1040.</summary>
    public const double OrdinaryScore = 84;

    /// <summary>Risk for each point of the score beyond the ordinary: 70 at 94, which one calm reading in 10,000 reaches.</summary>
    public const double RiskPerPoint = 7;

    /// <summary>Risk for each deviation of the move beyond the first: 30 where a stress begins, at 2.5, and 100 at 6.</summary>
    public const double RiskPerSigma = 20;

    private const double PartQuality = 0.5;

    private const int Stress = 3;
    private const int Cascade = 4;
    // By the number of the phase: reset, building, crowded, stress, cascade, flush confirmed, fragile.
    private static readonly double[] PhaseRisk = [0, 5, 25, 25, 25, 10, 25];

    /// <summary>The risk of one side.</summary>
    /// <param name="symbol">Name of the symbol at the broker.</param>
    /// <param name="side">Side of the positions that a cascade would liquidate.</param>
    /// <param name="readings">What the session knows; its time of publication becomes that of the risk.</param>
    /// <param name="quality">What is wrong with the feed behind it.</param>
    /// <returns>
    /// Risk in [0, 100]; NaN when neither the phase nor the score is known. Quality is half for each of the two, less a
    /// quarter without liquidations and a quarter for gaps or estimates; 0 for a feed that is stale or empty.
    /// </returns>
    public static CascadeRisk Of(string symbol, PositionSide side, in CascadeReadings readings, FeedQuality quality)
    {
        double phase = OfPhase(side, readings);
        double score = OfScore(side == PositionSide.Long ? readings.LongScore : readings.ShortScore);
        double probability = side == PositionSide.Long ? readings.Long1Pct : readings.Short1Pct;
        double risk = Larger(Larger(phase, score), double.IsNaN(phase) && double.IsNaN(score) ? double.NaN : probability);
        return new CascadeRisk(symbol, side, risk, readings.PublishedUtc, QualityOf(phase, score, quality));
    }

    /// <summary>Share of the data that was there; in [0, 1].</summary>
    /// <remarks>
    /// A feed that stands still or holds nothing is worth nothing. Without liquidations a cascade is told by the size of
    /// the move alone, and a hole or a modelled bar makes the numbers around it guesses: each takes a quarter.
    /// </remarks>
    private static double QualityOf(double phase, double score, FeedQuality feed)
    {
        if ((feed & (FeedQuality.Empty | FeedQuality.Stale)) != 0)
        {
            return 0;
        }

        double quality = (double.IsNaN(phase) ? 0 : PartQuality) + (double.IsNaN(score) ? 0 : PartQuality);
        quality -= feed.HasFlag(FeedQuality.NoLiquidations) ? 0.25 : 0;
        quality -= (feed & (FeedQuality.Gap | FeedQuality.Estimated)) != 0 ? 0.25 : 0;
        return Math.Max(0, quality);
    }

    private static double OfPhase(PositionSide side, in CascadeReadings readings)
    {
        if (!(readings.Phase >= 0 && readings.Phase < PhaseRisk.Length))
        {
            return double.NaN;
        }

        if (readings.PhaseSide != 0 && readings.PhaseSide > 0 != (side == PositionSide.Long))
        {
            return 0;
        }

        double risk = PhaseRisk[(int)readings.Phase];
        return readings.Phase is Stress or Cascade
            ? Larger(risk, Math.Min(100, RiskPerSigma * (readings.PhaseSigmas - 1)))
            : risk;
    }

    private static double OfScore(double score) =>
        Math.Clamp(RiskPerPoint * (score - OrdinaryScore), 0, 100);

    private static double Larger(double a, double b) => double.IsNaN(a) || b > a ? b : a;
}
