using LiqIndicators.Analytics.Market;
using LiqIndicators.Analytics.Streaming;

namespace LiqIndicators.Analytics.Cascade;

/// <summary>Inputs that <see cref="CascadeProbabilities"/> went without.</summary>
[Flags]
public enum ProbabilityLacks
{
    /// <summary>Nothing is missing.</summary>
    None = 0,

    /// <summary>Too few bars: all probabilities are NaN.</summary>
    History = 1,

    /// <summary>Liquidations, open interest or funding are missing: probabilities that rest on them are NaN.</summary>
    ModelFeatures = 2,
}

/// <summary>Probabilities that forced closes of a side come within a horizon; each in (0, 1), or NaN.</summary>
/// <param name="TimeUtc">Opening time of the bar; UTC. The horizons begin at its close.</param>
/// <param name="Long1">Longs, within 1 hour.</param>
/// <param name="Long4">Longs, within 4 hours.</param>
/// <param name="Long24">Longs, within 24 hours.</param>
/// <param name="Short1">Shorts, within 1 hour.</param>
/// <param name="Short4">Shorts, within 4 hours.</param>
/// <param name="Short24">Shorts, within 24 hours.</param>
/// <param name="Lacks">Inputs that were missing.</param>
public readonly record struct CascadeProbabilityReading(
    DateTime TimeUtc,
    double Long1,
    double Long4,
    double Long24,
    double Short1,
    double Short4,
    double Short24,
    ProbabilityLacks Lacks);

/// <summary>Calibrated probabilities of a cascade from hourly bars, by the models that ship.</summary>
/// <remarks>They say how often such hours were followed by the event, not that this one will be: most alarms are false.</remarks>
public sealed class CascadeProbabilities : IStreamingIndicator<MarketBar, CascadeProbabilityReading>
{
    private readonly CascadeFeatures _features = new();
    private readonly CascadeProbabilityModel _long1 = ShippedCascadeModels.Of(PositionSide.Long, 1);
    private readonly CascadeProbabilityModel _long4 = ShippedCascadeModels.Of(PositionSide.Long, 4);
    private readonly CascadeProbabilityModel _long24 = ShippedCascadeModels.Of(PositionSide.Long, 24);
    private readonly CascadeProbabilityModel _short1 = ShippedCascadeModels.Of(PositionSide.Short, 1);
    private readonly CascadeProbabilityModel _short4 = ShippedCascadeModels.Of(PositionSide.Short, 4);
    private readonly CascadeProbabilityModel _short24 = ShippedCascadeModels.Of(PositionSide.Short, 24);

    /// <inheritdoc/>
    public int WarmUpSamples => _features.WarmUpSamples;

    /// <summary>Readings of a whole series.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="series"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The times do not increase, or a price is not above 0.</exception>
    public static CascadeProbabilityReading[] Run(IReadOnlyList<MarketBar> series) =>
        StreamingRun.Over(new CascadeProbabilities(), series);

    /// <inheritdoc/>
    public CascadeProbabilityReading Preview(in MarketBar input) => Tell(_features.Preview(input));

    /// <inheritdoc/>
    public CascadeProbabilityReading Update(in MarketBar input) => Tell(_features.Update(input));

    private CascadeProbabilityReading Tell(in CascadeFeatureSet features)
    {
        ProbabilityLacks lacks = ProbabilityLacks.None;
        lacks |= double.IsNaN(features.ShortRunVolatility) ? ProbabilityLacks.History : 0;
        lacks |= double.IsNaN(
            features.LongLiquidations + features.ShortLiquidations + features.OpenInterestGrowth + features.Funding)
            ? ProbabilityLacks.ModelFeatures
            : 0;
        return new CascadeProbabilityReading(
            features.TimeUtc,
            _long1.Probability(features),
            _long4.Probability(features),
            _long24.Probability(features),
            _short1.Probability(features),
            _short4.Probability(features),
            _short24.Probability(features),
            lacks);
    }
}
