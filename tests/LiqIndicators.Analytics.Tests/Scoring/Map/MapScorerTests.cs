using LiqIndicators.Analytics.Liquidation.Forecast;
using LiqIndicators.Analytics.Market;
using LiqIndicators.Analytics.Scoring.Map;
using MathNet.Numerics.LinearRegression;

namespace LiqIndicators.Analytics.Tests.Scoring.Map;

public sealed class MapScorerTests
{
    private const int Hours = 1600;

    private static readonly MarketBar[] Known = Market();

    private static readonly Lazy<MapScoreReport> Report = new(() => MapScorer.Run(Known, new Landmarks("knows"), MapRules.Baselines()));

    [Fact]
    public void Run_RuleThatKnowsWhereMassLies_GainsOverThoseThatDoNot()
    {
        MarketBar[] bars = Known;
        MapScoreReport report = Report.Value;

        Assert.True(report.Long.Gain.Value > 0.2, $"gain {report.Long.Gain.Value}");
        Assert.All(
            report.Baselines.Where(rule => rule.Lacks is null),
            rule => Assert.True(rule.Long!.Difference.Low > 0 && rule.Short!.Difference.Low > 0, rule.Name));
        Assert.InRange(report.Long.PlaceboGain, 0, 0.02);
        Assert.InRange(report.Short.PlaceboGain, 0, 0.02);
        Assert.True(report.Long.Gain.Contains(report.Long.Gain.Value));
    }

    [Fact]
    public void Run_WholeRecordingAndMonths_EqualRegressionsFromTheDefinition()
    {
        MarketBar[] bars = Known;
        MapScoreReport report = Report.Value;

        foreach ((PositionSide side, SideScore score) in new[] { (PositionSide.Long, report.Long), (PositionSide.Short, report.Short) })
        {
            (double r2, double gain, double coefficient) = Slow(bars, report, side, _ => true);
            Assert.Equal(r2, score.ControlsR2, tolerance: 1e-9);
            Assert.Equal(gain, score.Gain.Value, tolerance: 1e-9);
            Assert.Equal(coefficient, score.Coefficient, tolerance: 1e-7);
            Assert.Equal(score.Hours, score.Months.Sum(month => month.Hours));
            foreach (MonthScore month in score.Months.Where(month => !double.IsNaN(month.Gain)))
            {
                bool IsInside(MarketBar bar) => bar.TimeUtc.Year == month.MonthUtc.Year && bar.TimeUtc.Month == month.MonthUtc.Month;
                Assert.Equal(Slow(bars, report, side, IsInside).Gain, month.Gain, tolerance: 1e-8);
                Assert.Equal(Slow(bars, report, side, bar => !IsInside(bar)).Gain, month.GainWithout, tolerance: 1e-8);
            }
        }

        Assert.Contains(report.Long.Months, month => !double.IsNaN(month.Gain));
    }

    [Fact]
    public void Run_AnyRule_AsksAboutEachHourBeforeGivingIt()
    {
        MarketBar[] bars = Market();
        Diary diary = new();
        MapScorer.Run(bars, diary, Array.Empty<IMapRule>());

        // A rule that has taken i hours is asked about prices within hour i alone, placebos aside.
        Assert.Equal(bars.Length, diary.Updates);
        Assert.Equal(bars.Select((bar, i) => (i, bar.Low)), diary.FirstAsked);
    }

    [Fact]
    public void Run_CalibratedRule_CountsHoursInsideItsRange()
    {
        MarketBar[] bars = Market();
        MapScoreReport report = MapScorer.Run(bars, new Calibrated(), Array.Empty<IMapRule>());

        double[] realised = Scored(bars, PositionSide.Long).Select(hour => bars[hour].LiquidatedLongNotional).ToArray();
        Assert.Equal(realised.Count(value => value is >= 5e4 and <= 5e5) / (double)realised.Length, report.Long.Coverage80, tolerance: 1e-12);

        // Expected is the distance in dollars a coin: the slope is their covariance over the variance of distances.
        double[] expected = Scored(bars, PositionSide.Long).Select(hour => bars[hour].Open - bars[hour].Low).ToArray();
        double meanExpected = expected.Average();
        double meanRealised = realised.Average();
        double slope = expected.Zip(realised, (x, y) => (x - meanExpected) * (y - meanRealised)).Sum()
            / expected.Sum(x => (x - meanExpected) * (x - meanExpected));
        Assert.Equal(slope, report.Long.Slope, tolerance: 1e-9 * Math.Abs(slope));
    }

    [Fact]
    public void Run_PlainRule_HasNoSlopeAndNoCoverage()
    {
        Assert.True(double.IsNaN(Report.Value.Long.Slope));
        Assert.True(double.IsNaN(Report.Value.Long.Coverage80));
    }

    [Fact]
    public void Run_TopTenth_CountsHoursThatAreHighInBoth()
    {
        MarketBar[] bars = Known;
        MapScoreReport report = Report.Value;

        int[] hours = Scored(bars, PositionSide.Long);
        int chosen = hours.Length / 10;
        IEnumerable<int> foreseen = hours.OrderByDescending(hour => report.Predictions[hour].LongNotional).Take(chosen);
        IEnumerable<int> happened = hours.OrderByDescending(hour => bars[hour].LiquidatedLongNotional).Take(chosen);
        Assert.Equal(chosen, report.Long.TopTenth.Chosen);
        Assert.Equal(foreseen.Intersect(happened).Count(), report.Long.TopTenth.Hits);
    }

    [Fact]
    public void Run_HoursWithoutOpenInterestOrLiquidations_AreLeftOutAndCounted()
    {
        MarketBar[] bars = Market();
        for (int i = 700; i < 710; i++)
        {
            bars[i] = bars[i] with { OpenInterestQuantity = double.NaN };
        }

        for (int i = 800; i < 805; i++)
        {
            bars[i] = bars[i] with { LiquidatedLongNotional = double.NaN, LiquidatedShortNotional = double.NaN };
        }

        MapScoreReport report = MapScorer.Run(bars, new Landmarks("knows"), Array.Empty<IMapRule>());

        Assert.Equal(10, report.Hours.WithoutOpenInterest);
        Assert.Equal(5, report.Hours.WithoutLiquidations);
        Assert.Equal(Scored(bars, PositionSide.Long).Length, report.Long.Hours);
    }

    [Fact]
    public void Run_LaterHours_ChangeNoEarlierPrediction()
    {
        MarketBar[] bars = Market();
        IReadOnlyList<HourPrediction> all = MapScorer.Run(bars, MapRules.Ours(), Array.Empty<IMapRule>()).Predictions;
        IReadOnlyList<HourPrediction> part = MapScorer.Run(bars[..900], MapRules.Ours(), Array.Empty<IMapRule>()).Predictions;

        Assert.Equal(part, all.Take(900));
    }

    [Fact]
    public void Run_TooFewHours_SaysHowManyAreNeeded() => Assert.Contains(
        "expected at least 524", Refusal(Market()[..300]), StringComparison.Ordinal);

    [Fact]
    public void Run_NoLiquidationsOfLongs_NamesTheColumn() => Assert.Contains(
        "liquidated_long_usd",
        Refusal(Market().Select(bar => bar with { LiquidatedLongNotional = double.NaN }).ToArray()),
        StringComparison.Ordinal);

    [Fact]
    public void Run_NoOpenInterest_NamesTheColumn() => Assert.Contains(
        "open_interest_usd",
        Refusal(Market().Select(bar => bar with { OpenInterestQuantity = double.NaN }).ToArray()),
        StringComparison.Ordinal);

    [Fact]
    public void Run_BarsOfAnotherLength_SaysWhatItFound() => Assert.Contains(
        "00:30:00",
        Refusal(Market().Select((bar, i) => bar with { TimeUtc = HourlyMarket.StartUtc.AddMinutes(30 * i) }).ToArray()),
        StringComparison.Ordinal);

    private static string Refusal(MarketBar[] bars) =>
        Assert.Throws<MapScoreException>(() => MapScorer.Run(bars, MapRules.Ours(), Array.Empty<IMapRule>())).Message;

    /// <summary>A market whose liquidations lie at landmarks every 1.3% of price, whatever the distance.</summary>
    private static MarketBar[] Market() => HourlyMarket.Walk(8, Hours, bar => (
        1e4 + (1e6 * Landmarks.Count(bar.Low, bar.Open)), 1e4 + (1e6 * Landmarks.Count(bar.Open, bar.High))));

    private static int[] Scored(MarketBar[] bars, PositionSide side) => Enumerable.Range(424, bars.Length - 424)
        .Where(hour => (side == PositionSide.Long ? bars[hour].Open - bars[hour].Low : bars[hour].High - bars[hour].Open) / bars[hour].Open >= 0.0005)
        .Where(hour => !double.IsNaN(bars[hour - 1].OpenInterestQuantity) && !double.IsNaN(bars[hour].LiquidatedNotional(side)))
        .ToArray();

    private static (double R2, double Gain, double Coefficient) Slow(
        MarketBar[] bars, MapScoreReport report, PositionSide side, Func<MarketBar, bool> isInside)
    {
        int[] hours = Scored(bars, side).Where(hour => isInside(bars[hour])).ToArray();
        double[] y = hours.Select(hour => Math.Log(1e4 + bars[hour].LiquidatedNotional(side))).ToArray();
        double[][] controls = hours.Select(hour =>
        {
            double distance = (side == PositionSide.Long ? bars[hour].Open - bars[hour].Low : bars[hour].High - bars[hour].Open) / bars[hour].Open;
            double range = bars[(hour - 24)..hour].Average(bar => (bar.High - bar.Low) / bar.Open);
            return new[] { Math.Log(distance), Math.Pow(Math.Log(distance), 2), Math.Log(range), Math.Log(bars[hour - 1].OpenInterestQuantity * bars[hour - 1].Close) };
        }).ToArray();
        double[][] all = hours.Select((hour, i) => controls[i]
            .Append(Math.Log(1e5 + (side == PositionSide.Long ? report.Predictions[hour].LongNotional : report.Predictions[hour].ShortNotional)))
            .ToArray()).ToArray();
        double r2 = R2(controls, y, out _);
        double with = R2(all, y, out double coefficient);
        return (r2, with - r2, coefficient);
    }

    private static double R2(double[][] x, double[] y, out double last)
    {
        double[] beta = MultipleRegression.QR(x, y, intercept: true);
        double mean = y.Average();
        double left = x.Select((row, i) => y[i] - beta[0] - row.Select((value, j) => value * beta[j + 1]).Sum()).Sum(e => e * e);
        last = beta[^1];
        return 1 - (left / y.Sum(value => (value - mean) * (value - mean)));
    }

    /// <summary>A rule that knows the landmarks.</summary>
    private sealed class Landmarks(string name) : IMapRule
    {
        private const double Step = 0.013;

        public string Name => name;

        public string? Lacks => null;

        public static int Count(double low, double high) =>
            (int)(Math.Floor(Math.Log(high) / Step) - Math.Floor(Math.Log(low) / Step));

        public double QuantityBetween(PositionSide side, double lowPrice, double highPrice) => 10 * Count(lowPrice, highPrice);

        public void Update(in MarketBar bar)
        {
        }
    }

    /// <summary>A rule that expects a dollar per dollar of way and gives one range for all hours.</summary>
    private sealed class Calibrated : ICalibratedMapRule
    {
        public string Name => "calibrated";

        public string? Lacks => null;

        public double QuantityBetween(PositionSide side, double lowPrice, double highPrice) => highPrice - lowPrice;

        public LiquidationEstimate Estimate(PositionSide side, double openPrice, double extremePrice) =>
            new(Math.Abs(openPrice - extremePrice), 5e4, 5e5);

        public void Update(in MarketBar bar)
        {
        }
    }

    /// <summary>A rule that writes down what it is asked.</summary>
    private sealed class Diary : IMapRule
    {
        private bool _isAsked;

        public List<(int Updates, double Low)> FirstAsked { get; } = new();

        public int Updates { get; private set; }

        public string Name => "diary";

        public string? Lacks => null;

        public double QuantityBetween(PositionSide side, double lowPrice, double highPrice)
        {
            if (!_isAsked)
            {
                FirstAsked.Add((Updates, lowPrice));
                _isAsked = true;
            }

            return highPrice - lowPrice;
        }

        public void Update(in MarketBar bar)
        {
            Updates++;
            _isAsked = false;
        }
    }
}
