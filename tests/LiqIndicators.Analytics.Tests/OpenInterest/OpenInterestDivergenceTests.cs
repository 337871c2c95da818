using LiqIndicators.Analytics.OpenInterest;
using LiqIndicators.Analytics.Streaming;
using LiqIndicators.Analytics.Tests.Contract;

namespace LiqIndicators.Analytics.Tests.OpenInterest;

public sealed class OpenInterestDivergenceTests : StreamingContract<OpenInterestSample, OpenInterestReading>
{
    private static readonly DateTime Start = new(2026, 1, 5, 0, 0, 0, DateTimeKind.Utc);

    private static readonly OpenInterestDivergenceOptions Quick =
        new() { LookbackSamples = 6, WindowSamples = 40, MinimumSamples = 10, VolumeSamples = 2, PivotReach = 2 };

    [Theory]
    [InlineData(+1, +1, PositioningRegime.LongBuildUp)]
    [InlineData(-1, +1, PositioningRegime.ShortBuildUp)]
    [InlineData(+1, -1, PositioningRegime.ShortCovering)]
    [InlineData(-1, -1, PositioningRegime.LongUnwinding)]
    [InlineData(0, +1, PositioningRegime.Neutral)]
    [InlineData(+1, 0, PositioningRegime.Neutral)]
    public void Update_StrongMove_NamesTheQuadrant(int price, int openInterest, PositioningRegime expected)
    {
        OpenInterestDivergence indicator = Noisy(out OpenInterestSample last);
        for (int i = 1; i <= 6; i++)
        {
            double scale = 1 + (0.01 * price * i);
            double quantity = last.OpenInterestQuantity * (1 + (0.01 * openInterest * i));
            OpenInterestReading reading = indicator.Update(Bar(last.TimeUtc.AddHours(i), last.Close * scale, quantity));
            if (price != 0 && openInterest != 0)
            {
                Assert.Equal(expected, reading.Quadrant);
            }

            if (i == 6)
            {
                Assert.Equal(expected, reading.Regime);
            }
        }
    }

    [Fact]
    public void Update_OpenInterestUpTenPercentOnFlatPrice_DivergesByATenth()
    {
        OpenInterestDivergence indicator = new(Quick);
        OpenInterestReading reading = default;
        for (int i = 0; i < 30; i++)
        {
            // Tiny alternating noise gives the dead bands a width; it cancels over the lookback of six.
            double wiggle = 1 + (1e-6 * (i % 2));
            double quantity = (i < 24 ? 1000 : 1100) * wiggle;
            reading = indicator.Update(Bar(Start.AddHours(i), 50_000 * wiggle, quantity));
        }

        Assert.Equal(0.1, reading.Divergence, tolerance: 1e-9);
    }

    [Fact]
    public void Update_TwoBarsOfVolume_GivesTheRatioAndTheLeverageOfTheVectors()
    {
        OpenInterestDivergence indicator = new(Quick);
        indicator.Update(Bar(Start, 100, 5000) with { VolumeQuantity = 400 });
        OpenInterestReading reading = indicator.Update(
            Bar(Start.AddHours(1), 100, 5000) with { VolumeQuantity = 600, ReserveQuantity = 20_000 });

        Assert.Equal(5, reading.VolumeRatio, tolerance: 1e-12);
        Assert.Equal(0.25, reading.LeverageRatio, tolerance: 1e-12);
        Assert.False(reading.Lacks.HasFlag(OpenInterestLacks.Volume));
    }

    [Fact]
    public void Update_OpenInterestOfTwoPrices_WeighsThem()
    {
        OpenInterestDivergence indicator = new(Quick);
        indicator.Update(Bar(Start, 100, 10));
        Assert.Equal(107.5, indicator.Update(Bar(Start.AddHours(1), 110, 30)).WeightedPrice, tolerance: 1e-9);
    }

    [Fact]
    public void Update_HigherHighOnLowerOpenInterest_IsToldTwoBarsAfterTheSwing()
    {
        double[] prices = [100, 102, 105, 103, 101, 104, 108, 106, 105, 104];
        double[] quantities = [50, 51, 55, 54, 50, 51, 53, 52, 51, 50];
        OpenInterestReading[] readings = Pivots(prices, quantities);

        int told = Array.FindIndex(readings, reading => reading.PivotDivergence != PivotDivergence.None);
        Assert.Equal(8, told);
        Assert.Equal(PivotDivergence.HigherHighOnLowerOpenInterest, readings[told].PivotDivergence);
        Assert.Equal(new SwingPivot(Start.AddHours(2), 105, 55), readings[told].EarlierPivot);
        Assert.Equal(new SwingPivot(Start.AddHours(6), 108, 53), readings[told].LaterPivot);
        Assert.Single(readings, reading => reading.PivotDivergence != PivotDivergence.None);
    }

    [Fact]
    public void Update_LowerLowOnHigherOpenInterest_IsTheMirrorImage()
    {
        double[] prices = [100, 98, 95, 97, 99, 96, 92, 94, 95, 96];
        double[] quantities = [56, 53, 50, 51, 55, 54, 52, 53, 55, 55];
        OpenInterestReading[] readings = Pivots(prices, quantities);

        Assert.Equal(PivotDivergence.LowerLowOnHigherOpenInterest, readings[8].PivotDivergence);
        Assert.Equal(new SwingPivot(Start.AddHours(6), 92, 52), readings[8].LaterPivot);
    }

    [Fact]
    public void Update_HigherHighOnHigherOpenInterest_IsNoDivergence()
    {
        double[] prices = [100, 102, 105, 103, 101, 104, 108, 106, 105, 104];
        double[] quantities = [50, 51, 55, 54, 50, 51, 57, 52, 51, 50];

        Assert.All(Pivots(prices, quantities), reading => Assert.Equal(PivotDivergence.None, reading.PivotDivergence));
    }

    [Fact]
    public void Update_OpenInterestUnknownAroundASwing_TellsNoDivergence()
    {
        double[] prices = [100, 102, 105, 103, 101, 104, 108, 106, 105, 104];
        double[] quantities = [50, 51, 55, 54, 50, 51, 53, double.NaN, 51, 50];
        OpenInterestReading[] readings = Pivots(prices, quantities);

        Assert.All(readings, reading => Assert.Equal(PivotDivergence.None, reading.PivotDivergence));
        Assert.True(readings[7].Lacks.HasFlag(OpenInterestLacks.OpenInterest));
        Assert.Equal(PositioningRegime.Unknown, readings[7].Quadrant);
        Assert.True(double.IsNaN(readings[7].WeightedPrice));
    }

    [Fact]
    public void Update_AnyPriceUnit_GivesTheSameRegimes()
    {
        OpenInterestSample[] series = Series(200);
        OpenInterestSample[] scaled = Array.ConvertAll(series, s => s with
        {
            High = s.High / 64,
            Low = s.Low / 64,
            Close = s.Close / 64,
            OpenInterestQuantity = s.OpenInterestQuantity * 1024,
        });

        Assert.Equal(
            Array.ConvertAll(Run(series), r => (r.Quadrant, r.Regime, r.PivotDivergence)),
            Array.ConvertAll(Run(scaled), r => (r.Quadrant, r.Regime, r.PivotDivergence)));
    }

    protected override IStreamingIndicator<OpenInterestSample, OpenInterestReading> Create() => new OpenInterestDivergence(Quick);

    protected override OpenInterestReading[] Run(IReadOnlyList<OpenInterestSample> series) =>
        OpenInterestDivergence.Run(Quick, series);

    protected override double MainValue(OpenInterestReading reading) => reading.Divergence;

    protected override OpenInterestSample[] Series(int count)
    {
        SeededNoise noise = new(5);
        OpenInterestSample[] series = new OpenInterestSample[count];
        double price = 60_000;
        double quantity = 90_000;
        for (int i = 0; i < count; i++)
        {
            price *= 1 + (0.004 * noise.Normal());
            quantity *= 1 + (0.003 * noise.Normal());
            series[i] = Bar(Start.AddHours(i), price, quantity) with
            {
                High = price * (1 + (0.002 * noise.Uniform())),
                Low = price * (1 - (0.002 * noise.Uniform())),
                VolumeQuantity = 1000 * (1 + noise.Uniform()),
                ReserveQuantity = 500_000,
            };
        }

        return series;
    }

    private OpenInterestDivergence Noisy(out OpenInterestSample last)
    {
        OpenInterestDivergence indicator = new(Quick);
        OpenInterestSample[] series = Series(60);
        foreach (OpenInterestSample sample in series)
        {
            indicator.Update(sample);
        }

        last = series[^1];

        // Hold still for a lookback, so that the regime starts from here.
        for (int i = 0; i < 6; i++)
        {
            last = last with { TimeUtc = last.TimeUtc.AddHours(1) };
            indicator.Update(last);
        }

        return indicator;
    }

    private static OpenInterestReading[] Pivots(double[] prices, double[] quantities)
    {
        OpenInterestSample[] series = new OpenInterestSample[prices.Length];
        for (int i = 0; i < series.Length; i++)
        {
            series[i] = Bar(Start.AddHours(i), prices[i], quantities[i]);
        }

        return OpenInterestDivergence.Run(Quick, series);
    }

    private static OpenInterestSample Bar(DateTime timeUtc, double price, double quantity) =>
        new(timeUtc, price, price, price, quantity, double.NaN, double.NaN);
}
