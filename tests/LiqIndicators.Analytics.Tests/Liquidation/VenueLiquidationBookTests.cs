using LiqIndicators.Analytics.Liquidation;
using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Tests.Liquidation;

public sealed class VenueLiquidationBookTests
{
    private static readonly LiquidationMapOptions Options = LiquidationMapOptions.Calibrated(TimeSpan.FromHours(1), 0.025);
    private static readonly PositionSide[] Sides = { PositionSide.Long, PositionSide.Short };
    private static readonly string[] Names = { "a", "b", "c" };
    private static readonly LeverageKernel[] Kernels =
    {
        LeverageKernels.Wide(), LeverageKernels.Textbook(), LeverageKernels.Hyperliquid(),
    };

    // Its share of the sum is one, and by rounding may come out above it.
    [Fact]
    public void Kernel_OneVenueHoldsEverything_IsThatVenuesAtEveryBar()
    {
        VenueLiquidationBook book = new(Names[..2], Kernels[..2], Options);
        foreach (MarketBar bar in RandomMarket.Walk(seed: 43, 900))
        {
            book.Tell([VenueBars.Of(Names[0], bar.OpenInterestQuantity), VenueBars.Of(Names[1], double.NaN)]);
            book.Take(bar);

            KernelPoint[] points = [.. book.Kernel.Points(PositionSide.Long)];
            Assert.Equal(Kernels[0].Points(PositionSide.Long).Length, points.Length);
        }
    }

    [Fact]
    public void Take_SeveralVenues_IsTheSumOfMapsRunAloneAndConserves()
    {
        MarketBar[] bars = RandomMarket.Walk(seed: 41, 900);
        Random random = new(7);
        VenueLiquidationBook book = new(Names, Kernels, Options);
        LiquidationMap[] alone = [.. Kernels.Select(kernel => new LiquidationMap(kernel, Options))];
        foreach (MarketBar bar in bars)
        {
            double[] interests = [.. Names.Select(_ => bar.OpenInterestQuantity * (0.3 + (0.02 * random.NextDouble())))];
            double[] volumes = [.. Names.Select(_ => random.Next(4) == 0 ? double.NaN : 100 * random.NextDouble())];
            book.Tell([.. interests.Select((interest, i) => VenueBars.Of(Names[i], interest, volumes[i]))]);
            book.Take(bar);
            for (int i = 0; i < alone.Length; i++)
            {
                alone[i].Update(bar with { OpenInterestQuantity = interests[i], VolumeQuantity = volumes[i] });
            }

            foreach (PositionSide side in Sides)
            {
                double sum = book.Map.OffGridQuantity(side);
                foreach (LiquidationCell cell in book.Map.Cells(side))
                {
                    sum += cell.Quantity;
                }

                Assert.Equal(1, sum / interests.Sum(), tolerance: 1e-9);
                Assert.All(Enumerable.Range(0, 3), i => Assert.Equal(1, book.Of(i).OpenQuantity(side) / interests[i], tolerance: 1e-9));
            }
        }

        double price = bars[^1].Close;
        foreach ((PositionSide side, double low, double high) in new[]
            { (PositionSide.Long, 0.8, 0.95), (PositionSide.Long, 0.97, 1), (PositionSide.Short, 1, 1.04), (PositionSide.Short, 1.1, 1.4) })
        {
            double expected = alone.Sum(map => map.NotionalBetween(side, low * price, high * price));
            Assert.Equal(1, book.Map.NotionalBetween(side, low * price, high * price) / expected, tolerance: 1e-9);
            double moment = alone.Sum(map => map.QuantityBetween(side, low * price, high * price) * map.AgeHoursBetween(side, low * price, high * price));
            double quantity = alone.Sum(map => map.QuantityBetween(side, low * price, high * price));
            Assert.Equal(moment / quantity, book.Map.AgeHoursBetween(side, low * price, high * price), tolerance: 1e-6);
        }

        double seeded = alone.Sum(map => map.SeededShare(PositionSide.Long) * map.OpenQuantity(PositionSide.Long))
            / alone.Sum(map => map.OpenQuantity(PositionSide.Long));
        Assert.Equal(seeded, book.Map.SeededShare(PositionSide.Long), tolerance: 1e-9);
    }

    [Fact]
    public void Take_VenueAddedLater_TakesTheShapeOfTheOthersAndIsFlagged()
    {
        MarketBar[] bars = RandomMarket.Walk(seed: 42, 600);
        VenueLiquidationBook book = new(Names[..2], Kernels[..2], Options);
        LiquidationMap first = new(Kernels[0], Options);
        for (int i = 0; i < 400; i++)
        {
            book.Tell([VenueBars.Of("a", bars[i].OpenInterestQuantity), VenueBars.Of("b", i < 399 ? double.NaN : 500)]);
            book.Take(bars[i]);
            first.Update(bars[i]);
            Assert.Equal(i == 399, (book.Map.LastNotes & LiquidationMapNotes.OpenInterestJump) != 0);
        }

        double grown = (bars[399].OpenInterestQuantity + 500) / bars[399].OpenInterestQuantity;
        foreach (PositionSide side in Sides)
        {
            foreach (LiquidationCell cell in first.Cells(side))
            {
                Assert.Equal(grown * cell.Quantity, book.Map.QuantityInCell(side, cell.Index), tolerance: 1e-9);
            }

            Assert.Equal(1, book.Of(1).SeededShare(side), tolerance: 1e-12);
            Assert.True(book.Map.SeededShare(side) > first.SeededShare(side));
        }

        // From then on it trades for itself.
        for (int i = 400; i < 600; i++)
        {
            book.Tell([VenueBars.Of("a", bars[i].OpenInterestQuantity), VenueBars.Of("b", 500 + i)]);
            book.Take(bars[i]);
        }

        Assert.Equal(1099, book.Of(1).OpenQuantity(PositionSide.Long), tolerance: 1e-6);
        Assert.True(book.Of(1).SeededShare(PositionSide.Long) < 0.5);
    }

    [Fact]
    public void Take_VenueThatFallsSilent_KeepsItsMassAndInventsNone()
    {
        MarketBar[] bars = RandomMarket.Walk(seed: 43, 300);
        VenueLiquidationBook book = new(Names[..2], Kernels[..2], Options);
        double before = double.NaN;
        for (int i = 0; i < bars.Length; i++)
        {
            book.Tell([VenueBars.Of("a", 1000), VenueBars.Of("b", i < 200 ? 700 : double.NaN)]);
            book.Take(bars[i]);
            Assert.True(i < 200 || book.Of(1).OpenQuantity(PositionSide.Short) <= before);
            before = book.Of(1).OpenQuantity(PositionSide.Short);
        }

        Assert.Equal(1000 + before, book.Map.OpenQuantity(PositionSide.Short), tolerance: 1e-6);
    }

    [Fact]
    public void Kernel_SeveralVenues_WeighsEachByWhatItHolds()
    {
        VenueLiquidationBook book = new(Names[..2], [Heap(0.9, 1.1), Heap(0.8, 1.2)], Options);
        Assert.Equal(1, book.Kernel.ShareWithin(PositionSide.Long, 0.11), tolerance: 1e-9);
        book.Tell([VenueBars.Of("a", 300), VenueBars.Of("b", 100)]);
        book.Take(RandomMarket.Flat(0, 100, 400));

        Assert.Equal(0.75, book.Kernel.ShareWithin(PositionSide.Long, 0.11), tolerance: 1e-9);
        Assert.Equal(1, book.Kernel.ShareWithin(PositionSide.Short, 0.21), tolerance: 1e-9);
    }

    [Fact]
    public void Tell_OtherVenues_IsRefused()
    {
        VenueLiquidationBook book = new(Names[..2], Kernels[..2], Options);

        Assert.True(book.Knows([VenueBars.Of("a", 1), VenueBars.Of("b", 1)]));
        Assert.False(book.Knows([VenueBars.Of("b", 1), VenueBars.Of("a", 1)]));
        Assert.False(book.Knows([VenueBars.Of("a", 1)]));
        Assert.Throws<ArgumentException>("venues", () => book.Tell([VenueBars.Of("a", 1)]));
        Assert.Throws<ArgumentException>("venues", () => book.Tell([VenueBars.Of("a", 1), VenueBars.Of("c", 1)]));
        Assert.Throws<ArgumentOutOfRangeException>("venues[1].OpenInterestQuantity", () => book.Tell([VenueBars.Of("a", 1), VenueBars.Of("b", -1)]));
        Assert.Throws<ArgumentException>("kernels", () => new VenueLiquidationBook(Names, Kernels[..2], Options));
    }

    private static LeverageKernel Heap(double below, double above) => new(
        "heap", "1", "any", [new KernelPoint(Math.Log(below), 1)], [new KernelPoint(Math.Log(above), 1)]);
}
