using CsCheck;
using LiqIndicators.Analytics.Cascade;
using LiqIndicators.Analytics.Tests.Contract;

namespace LiqIndicators.Analytics.Tests.Cascade;

public sealed class CascadePathTests
{
    // 100 per percent absorbed; 50 waits evenly between 1% and 2%. A shock of 1% meets R = 0.5 inside the cell:
    // u = 1% + 0.5 (u - 1%) has no end inside (the balance is 0 at 1%), so nothing more is forced.
    [Fact]
    public void End_ShockStopsBeforeTheMap_IsNotAmplified()
    {
        CascadeEnd end = CascadePath.End(0.009, [new(0.01, 0.02, 50)], DepthCurve.OfOrderBook(100), 1);

        Assert.Equal(new CascadeEnd(0.009, 0, 1, false), end);
    }

    // Shock of 1.5% against R = 0.5 from 1% on: u = 1.5% + 0.5 (u - 1%) gives u = 2%, the whole cell.
    [Fact]
    public void End_ShockReachesIntoTheMap_EndsAtTheHandCalculatedFixedPoint()
    {
        CascadeEnd end = CascadePath.End(0.014, [new(0.01, 0.03, 100)], DepthCurve.OfOrderBook(100), 1);

        // u = 1.4% + 0.5 (u - 1%) -> u = 1.8%; forced 0.4% of depth: 40.
        Assert.Equal(0.018, end.Move, tolerance: 1e-12);
        Assert.Equal(40, end.ForcedNotional, tolerance: 1e-9);
        Assert.Equal(0.018 / 0.014, end.Amplification, tolerance: 1e-9);
        Assert.False(end.IsBeyondMap);
    }

    [Fact]
    public void End_SelfSustainingCell_RunsThroughItAndStopsBehind()
    {
        // R = 3 between 1% and 2%: 300 forced on top of a shock of 1.2% (120): 420 absorbed at 4.2%.
        CascadeEnd end = CascadePath.End(0.012, [new(0.01, 0.02, 300)], DepthCurve.OfOrderBook(100), 1);

        Assert.Equal(0.042, end.Move, tolerance: 1e-12);
        Assert.True(end.IsBeyondMap);
        Assert.Equal(3.5, end.Amplification, tolerance: 1e-9);
    }

    // Depth of u^2 per square of a percent beyond the knee: 4 waits within the shock of 1% and is absorbed in 2% more.
    [Fact]
    public void End_ImpactDepth_IsMetAnewByWhatTheShockLiquidates()
    {
        DepthCurve depth = DepthCurve.OfImpact(dailyVolume: 1, dailyVolatility: 0.01, knee: 1e-6);

        CascadeEnd end = CascadePath.End(0.01, [new(0, 0.005, 4)], depth, 1);

        Assert.Equal(0.03, end.Move, tolerance: 1e-9);
        Assert.Equal(4, end.ForcedNotional);
        Assert.True(end.IsBeyondMap);
    }

    [Fact]
    public void CriticalMove_FirstCellAboveOne_IsItsNearEnd()
    {
        LiquidationCell[] cells = [new(0, 0.01, 50), new(0.01, 0.02, 150), new(0.03, 0.04, 400)];

        Assert.Equal(0.01, CascadePath.CriticalMove(cells, DepthCurve.OfOrderBook(100), 1, out double peak));
        Assert.Equal(4, peak, tolerance: 1e-12);
        Assert.True(double.IsNaN(CascadePath.CriticalMove(cells, DepthCurve.OfOrderBook(100), 0.2, out double weak)));
        Assert.Equal(0.8, weak, tolerance: 1e-12);
    }

    // The definition, slowly: the first point of a fine grid at which what is absorbed covers shock and forced mass.
    [Fact]
    public void End_AnyMap_IsTheFirstBalanceOnAFineGrid() =>
        Seeded.Check(
            Gen.Select(Gen.Double[0.002, 0.05], Gen.Double[0, 1], Gen.Double[0, 4].Array[0, 12], Gen.Bool),
            sample =>
            {
                (double shock, double passThrough, double[] masses, bool isBook) = sample;
                DepthCurve depth = isBook
                    ? DepthCurve.OfOrderBook(100)
                    : DepthCurve.OfImpact(dailyVolume: 1000, dailyVolatility: 0.03);
                LiquidationCell[] cells = new LiquidationCell[masses.Length];
                for (int i = 0; i < cells.Length; i++)
                {
                    cells[i] = new(0.005 * i, 0.005 * (i + 0.8), masses[i] * depth.Absorbable(0.005));
                }

                CascadeEnd end = CascadePath.End(shock, cells, depth, passThrough);
                double step = 1e-5;
                double u = shock;
                while (depth.Absorbable(u - shock) < passThrough * cells.Sum(c =>
                    c.Notional * Math.Clamp((u - c.From) / (c.To - c.From), 0, 1)))
                {
                    u += step;
                }

                Assert.InRange(end.Move, u - step - 1e-9, u + 1e-9);
                Assert.True(end.Amplification >= 1 - 1e-12);
            },
            count: 60);

    [Fact]
    public void End_CellsOutOfOrder_AreRefused()
    {
        Assert.Throws<ArgumentException>(() =>
            CascadePath.End(0.05, [new(0.02, 0.03, 1), new(0.01, 0.02, 1)], DepthCurve.OfOrderBook(100), 1));
        Assert.Throws<ArgumentException>(() => CascadePath.End(0.05, [], default, 1));
    }
}
