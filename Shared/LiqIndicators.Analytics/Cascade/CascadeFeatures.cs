using LiqIndicators.Analytics.Market;
using LiqIndicators.Analytics.OpenInterest;
using LiqIndicators.Analytics.Statistics;
using LiqIndicators.Analytics.Streaming;

namespace LiqIndicators.Analytics.Cascade;

/// <summary>What a probability of a cascade is told from; one number per quantity, per side where sides differ.</summary>
/// <param name="TimeUtc">Opening time of the bar; UTC.</param>
/// <param name="ShortRunVolatility">Logarithm of 12-hour over 7-day volatility; NaN before the warm-up.</param>
/// <param name="LongRunVolatility">Logarithm of 7-day over 30-day volatility; NaN before the warm-up.</param>
/// <param name="LongLiquidations">Logarithm of 6-hour over 7-day liquidations of longs, or NaN.</param>
/// <param name="ShortLiquidations">The same for shorts, or NaN.</param>
/// <param name="OpenInterestGrowth">Logarithm of open interest over its 7-day mean, or NaN.</param>
/// <param name="Funding">Mean funding of a day; hundredths of a percent per 8 h, positive when longs pay, or NaN.</param>
public readonly record struct CascadeFeatureSet(
    DateTime TimeUtc,
    double ShortRunVolatility,
    double LongRunVolatility,
    double LongLiquidations,
    double ShortLiquidations,
    double OpenInterestGrowth,
    double Funding)
{
    /// <summary>How many features volatility alone has.</summary>
    public const int VolatilityCount = 2;

    /// <summary>How many features there are in all.</summary>
    public const int Count = 6;

    /// <summary>Names of the features in the order of <see cref="Fill"/>.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["shortRunVolatility", "longRunVolatility", "liquidations", "openInterestGrowth", "fundingTowardsSide", "calendar"];

    /// <summary>Writes the features as one side sees them; volatility first.</summary>
    /// <param name="side">Side at risk.</param>
    /// <param name="horizonHours">Hours ahead, for the calendar.</param>
    /// <param name="row">Takes the first <see cref="Count"/> or, for volatility alone, <see cref="VolatilityCount"/>.</param>
    public void Fill(PositionSide side, int horizonHours, Span<double> row)
    {
        row[0] = ShortRunVolatility;
        row[1] = LongRunVolatility;
        if (row.Length < Count)
        {
            return;
        }

        row[2] = side == PositionSide.Long ? LongLiquidations : ShortLiquidations;
        row[3] = OpenInterestGrowth;
        row[4] = side == PositionSide.Long ? Funding : -Funding;
        row[5] = Calendar(horizonHours);
    }

    // Known beforehand and never fitted: forced closes cluster in American hours and rest at weekends.
    private double Calendar(int horizonHours)
    {
        double activity = 0;
        for (int ahead = 1; ahead <= horizonHours; ahead++)
        {
            DateTime hour = TimeUtc.AddHours(ahead);
            activity += hour.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0.5
                : hour.Hour is >= 13 and < 21 ? 2
                : 1;
        }

        return Math.Log(activity / horizonHours);
    }
}

/// <summary>Computes the features of a cascade's probability from hourly market bars, one at a time.</summary>
public sealed class CascadeFeatures : IStreamingIndicator<MarketBar, CascadeFeatureSet>
{
    private const int WarmUpBars = 168;

    // A quiet hour may print nothing, whose logarithm is no number: this much is as good as nothing.
    private const double FloorNotional = 10_000;

    private readonly DecayedMean _halfDay = new(12);
    private readonly DecayedMean _week = new(168);
    private readonly DecayedMean _month = new(720);
    private readonly DecayedMean _recentLongs = new(6);
    private readonly DecayedMean _recentShorts = new(6);
    private readonly DecayedMean _weekLongs = new(168);
    private readonly DecayedMean _weekShorts = new(168);
    private readonly DecayedMean _openInterest = new(168);
    private readonly DecayedMean _funding = new(24);
    private DateTime _lastUtc = DateTime.MinValue;
    private double _lastClose = double.NaN;
    private int _bars;

    /// <inheritdoc/>
    public int WarmUpSamples => WarmUpBars;

    /// <summary>Features of a whole series.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="series"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The times do not increase, or a price is not above 0.</exception>
    public static CascadeFeatureSet[] Run(IReadOnlyList<MarketBar> series) =>
        StreamingRun.Over(new CascadeFeatures(), series);

    /// <inheritdoc/>
    public CascadeFeatureSet Preview(in MarketBar input)
    {
        StreamingRun.Later(input.TimeUtc, _lastUtc);
        Guard.Positive(input.Close);
        if (_bars + 1 < WarmUpBars)
        {
            return new CascadeFeatureSet(
                input.TimeUtc, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);
        }

        double square = Square(input);
        double week = _week.Preview(square);
        return new CascadeFeatureSet(
            input.TimeUtc,
            0.5 * Math.Log(_halfDay.Preview(square) / week),
            0.5 * Math.Log(week / _month.Preview(square)),
            Excess(_recentLongs, _weekLongs, input.LiquidatedLongNotional),
            Excess(_recentShorts, _weekShorts, input.LiquidatedShortNotional),
            Math.Log(input.OpenInterestQuantity / _openInterest.Preview(input.OpenInterestQuantity)),
            1e4 * _funding.Preview(RateOf(input)));
    }

    /// <inheritdoc/>
    public CascadeFeatureSet Update(in MarketBar input)
    {
        CascadeFeatureSet features = Preview(input);
        double square = Square(input);
        _halfDay.Add(square);
        _week.Add(square);
        _month.Add(square);
        _recentLongs.Add(input.LiquidatedLongNotional);
        _recentShorts.Add(input.LiquidatedShortNotional);
        _weekLongs.Add(input.LiquidatedLongNotional);
        _weekShorts.Add(input.LiquidatedShortNotional);
        _openInterest.Add(input.OpenInterestQuantity);
        _funding.Add(RateOf(input));
        _lastUtc = input.TimeUtc;
        _lastClose = input.Close;
        _bars++;
        return features;
    }

    private double Square(in MarketBar input)
    {
        double change = OpenInterestMath.Change(_lastClose, input.Close);
        return change * change;
    }

    private static double Excess(DecayedMean recent, DecayedMean before, double amount) => double.IsNaN(amount)
        ? double.NaN
        : Math.Log((recent.Preview(amount) + FloorNotional) / (before.Preview(amount) + FloorNotional));

    private static double RateOf(in MarketBar input) => input.FundingRate * 8 / input.FundingIntervalHours;
}
