using LiqIndicators.Analytics.Market;
using LiqIndicators.Analytics.Scoring;

namespace LiqIndicators.Analytics.Tests.Scoring;

public sealed class FlushTestTests
{
    // Four falls of 2% on four days: two lose 5% of open interest and regain 1% and 2% in the next hour, two keep it and lose
    // another 1% and 1.4%. Means +150 and -120; residuals +-50 and +-20, so the t-value is 270 / sqrt(2 * 50^2 / 4 + 2 * 20^2 / 4).
    [Fact]
    public void Run_TwoOfEachOnFourDays_MatchesHandCalculation()
    {
        Script script = new();
        script.Quiet(200);
        script.Fall(0.95, 0.01);
        script.Quiet(300);
        script.Fall(1, -0.01);
        script.Quiet(300);
        script.Fall(0.95, 0.02);
        script.Quiet(300);
        script.Fall(1, -0.014);
        script.Quiet(300);

        FlushTestResult result = script.Run();
        Assert.Equal((2, 2), (result.FlushedEvents, result.KeptEvents));
        Assert.Equal(150, result.FlushedMeanBps, tolerance: 1e-6);
        Assert.Equal(-120, result.KeptMeanBps, tolerance: 1e-6);
        Assert.Equal(270, result.DifferenceBps, tolerance: 1e-6);
        Assert.Equal(270 / Math.Sqrt((2 * 2500 / 4.0) + (2 * 400 / 4.0)), result.DifferenceT, tolerance: 1e-6);
    }

    // Flushes of one day regain 0.4% and 1.6%, those of another 1.3% and 2.7%: around the mean of 1.5% the residuals are -110 and
    // +10, -20 and +120. Those of a day add up before they are squared: (100^2 + 100^2) / 16.
    [Fact]
    public void Run_FallsOfOneDay_CountAsOneCluster()
    {
        Script script = new();
        script.Quiet(198);
        script.Fall(0.95, 0.004);
        script.Quiet(4);
        script.Fall(0.95, 0.016);
        script.Quiet(304);
        script.Fall(0.95, 0.013);
        script.Quiet(4);
        script.Fall(0.95, 0.027);
        script.Quiet(300);
        script.Fall(1, -0.01);
        script.Quiet(300);
        script.Fall(1, -0.014);
        script.Quiet(30);

        FlushTestResult result = script.Run();
        Assert.Equal((4, 2), (result.FlushedEvents, result.KeptEvents));
        Assert.Equal(270 / Math.Sqrt((2 * 10_000 / 16.0) + (2 * 400 / 4.0)), result.DifferenceT, tolerance: 1e-6);
    }

    [Fact]
    public void Run_NoFall_HasNoMeans()
    {
        MarketBar[] bars = new MarketBar[300];
        for (int i = 0; i < bars.Length; i++)
        {
            double price = i % 2 == 0 ? 100 : 100.1;
            bars[i] = new MarketBar(
                new DateTime(2026, 1, 5, 0, 0, 0, DateTimeKind.Utc).AddHours(i), price, price, price, price, 1, 1, 0, 8, 0, 0);
        }

        FlushTestResult result = FlushTest.Run(bars, 4, new FlushTestOptions());
        Assert.Equal(0, result.FlushedEvents + result.KeptEvents);
        Assert.True(double.IsNaN(result.DifferenceBps));
        Assert.True(double.IsNaN(result.DifferenceT));
    }

    /// <summary>Hours of +-0.1%, and falls of 2%. The hour after a fall is no event: the fall has raised what it is measured by.</summary>
    private sealed class Script
    {
        private readonly List<MarketBar> _bars = [];
        private double _price = 100;
        private double _quantity = 1000;

        public void Quiet(int hours)
        {
            for (int i = 0; i < hours; i++)
            {
                Add(i % 2 == 0 ? 0.001 : -0.001, 1);
            }
        }

        public void Fall(double kept, double after)
        {
            Add(-0.02, kept);
            Add(after, 1);
        }

        public FlushTestResult Run() =>
            FlushTest.Run(_bars.ToArray(), 1, new FlushTestOptions { ExtremeSigmas = 8, FlushDrop = 0.02 });

        private void Add(double logReturn, double openInterest)
        {
            _price *= Math.Exp(logReturn);
            _quantity *= openInterest;
            DateTime time = new DateTime(2026, 1, 5, 0, 0, 0, DateTimeKind.Utc).AddHours(_bars.Count);
            _bars.Add(new MarketBar(time, _price, _price, _price, _price, 1, _quantity, 0, 8, 0, 0));
        }
    }
}
