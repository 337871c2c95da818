using LiqIndicators.Analytics.Market;
using LiqIndicators.Analytics.Scoring;

namespace LiqIndicators.Analytics.Tests.Scoring;

public sealed class FlushTestTests
{
    // Quiet hours of +-0.1%, then four falls of 2% on four days: two lose 5% of open interest and regain 1% and 2% in the next
    // hour, two keep it and lose another 1% and 1.4%. Means +150 and -120; residuals +-50 and +-20, so the t-value is
    // 270 / sqrt(2 * 50^2 / 4 + 2 * 20^2 / 4). The hour after a fall is no event: the fall has raised what it is measured by.
    [Fact]
    public void Run_TwoOfEach_MatchesHandCalculation()
    {
        List<MarketBar> bars = [];
        double price = 100;
        double quantity = 1000;
        Quiet(200);
        Fall(0.95, 0.01);
        Quiet(300);
        Fall(1, -0.01);
        Quiet(300);
        Fall(0.95, 0.02);
        Quiet(300);
        Fall(1, -0.014);
        Quiet(300);

        FlushTestResult result = FlushTest.Run(bars.ToArray(), 1, new FlushTestOptions { ExtremeSigmas = 8 });

        Assert.Equal((2, 2), (result.FlushedEvents, result.KeptEvents));
        Assert.Equal(150, result.FlushedMeanBps, tolerance: 1e-6);
        Assert.Equal(-120, result.KeptMeanBps, tolerance: 1e-6);
        Assert.Equal(270, result.DifferenceBps, tolerance: 1e-6);
        Assert.Equal(270 / Math.Sqrt((2 * 2500 / 4.0) + (2 * 400 / 4.0)), result.DifferenceT, tolerance: 1e-6);

        void Quiet(int hours)
        {
            for (int i = 0; i < hours; i++)
            {
                Add(i % 2 == 0 ? 0.001 : -0.001, 1);
            }
        }

        void Fall(double kept, double after)
        {
            Add(-0.02, kept);
            Add(after, 1);
        }

        void Add(double logReturn, double openInterest)
        {
            price *= Math.Exp(logReturn);
            quantity *= openInterest;
            DateTime time = new DateTime(2026, 1, 5, 0, 0, 0, DateTimeKind.Utc).AddHours(bars.Count);
            bars.Add(new MarketBar(time, price, price, price, price, 1, quantity, 0, 8, 0, 0));
        }
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
}
