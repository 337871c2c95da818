using CsCheck;
using LiqIndicators.Analytics.Liquidation;
using LiqIndicators.Analytics.Market;
using LiqIndicators.Analytics.Tests.Contract;
using LiqIndicators.TestKit;

namespace LiqIndicators.Analytics.Tests.Liquidation;

public sealed class LiquidationMapTests
{
    private static readonly PositionSide[] Sides = { PositionSide.Long, PositionSide.Short };

    // Bars of any shape: quiet and violent, with open interest that vanishes, jumps, falls to nothing or is missing.
    private static readonly Gen<MarketBar[]> AnyMarket =
        Gen.Select(Gen.Double[-0.2, 0.2], Gen.Double[0, 0.1], Gen.Double[0, 0.1], Gen.Int[0, 9], Gen.Double[0, 3])
            .Array[1, 60]
            .Select(moves =>
            {
                MarketBar[] bars = new MarketBar[moves.Length];
                double price = 100;
                for (int i = 0; i < bars.Length; i++)
                {
                    (double move, double above, double below, int kind, double size) = moves[i];

                    // Of a range that is all rounding no two programs compute the same shares.
                    (move, above, below) = (Math.Round(move, 4), Math.Round(above, 4), Math.Round(below, 4));
                    double close = price * Math.Exp(kind < 7 ? move / 20 : move);
                    double high = Math.Max(price, close) * Math.Exp(kind < 7 ? above / 20 : above);
                    double low = Math.Min(price, close) * Math.Exp(kind < 7 ? -below / 20 : -below);
                    double openInterest = kind switch { 0 => double.NaN, 1 => 0, 2 => 1e-9 * size, _ => 1000 + (100 * size) };
                    double volume = kind % 3 == 0 ? double.NaN : 500 * size;
                    bars[i] = RandomMarket.Bar(i, price, high, low, close, openInterest, volume);
                    price = close;
                }

                return bars;
            });

    // Every choice that changes what a bar does, in several mixtures.
    private static readonly LiquidationMapOptions[] Choices =
    {
        new() { CrossedDeposit = CrossedDeposit.BeyondExtremes, CrossedCell = CrossedCell.Whole },
        new() { TurnoverPerBar = 0.03, EntryPhases = 4 },
        new() { CrossedDeposit = CrossedDeposit.BeyondExtremes, DepositPrice = DepositPrice.Average },
        LiquidationMapOptions.Calibrated(TimeSpan.FromHours(1), 0.04),
        LiquidationMapOptions.Calibrated(TimeSpan.FromHours(1), 0.04) with { CrossedCell = CrossedCell.Whole, UsualHalfLifeBars = 5, EntryPhases = 3 },
        LiquidationMapOptions.Conserving(0.05) with { DepositPrice = DepositPrice.Close },
    };

    [Fact]
    public void Update_FlatMarket_PutsEachShareAtItsExactPrice()
    {
        LeverageKernel kernel = LeverageKernels.Textbook();
        LiquidationMap map = new(kernel, new LiquidationMapOptions { EntryPhases = 64 });
        map.Update(RandomMarket.Flat(0, 50_000, 200));

        foreach (LeverageShare share in LeverageKernels.TextbookShares)
        {
            double below = LiquidationPrice.Linear(PositionSide.Long, 50_000, share.Leverage, 0.004);
            double above = LiquidationPrice.Linear(PositionSide.Short, 50_000, share.Leverage, 0.004);
            Assert.Equal(200 * share.Share, map.QuantityBetween(PositionSide.Long, below * 0.998, below * 1.002), tolerance: 1e-9);
            Assert.Equal(200 * share.Share, map.QuantityBetween(PositionSide.Short, above * 0.998, above * 1.002), tolerance: 1e-9);
        }
    }

    [Fact]
    public void Update_PriceReachesALevel_ConsumesItAndReopensOnTheOtherSideToo()
    {
        // One share of longs 5% below, one of shorts 5% above; 100 contracts; the low takes the longs' level.
        LeverageKernel kernel = new("test", "1", "any", new KernelPoint[] { new(-0.05, 1) }, new KernelPoint[] { new(0.05, 1) });
        LiquidationMap map = new(kernel, new LiquidationMapOptions { TurnoverPerBar = 0 });
        map.Update(RandomMarket.Flat(0, 100, 100));
        LiquidationMapStep step = map.Update(RandomMarket.Bar(1, 100, 100, 94, 96, 70));

        // opens - closes = -30 + 100 for longs, -30 + 0 for shorts.
        Assert.Equal(new LiquidationFlow(100, 0, 0, 70), step.Longs);
        Assert.Equal(new LiquidationFlow(0, 30, 0, 0), step.Shorts);
        Assert.Equal(70, step.Longs.Opened);
        Assert.Equal(step.Shorts, step.Flow(PositionSide.Short));
        Assert.Equal(70, map.OpenQuantity(PositionSide.Long), tolerance: 1e-12);
        Assert.Equal(70, map.QuantityBetween(PositionSide.Short, 105, 105.3), tolerance: 1e-9);
    }

    [Fact]
    public void Update_TurnoverAlone_MovesThatShareToTheNewPrice()
    {
        LeverageKernel kernel = new("test", "1", "any", new KernelPoint[] { new(-0.05, 1) }, new KernelPoint[] { new(0.05, 1) });
        LiquidationMap map = new(kernel, new LiquidationMapOptions { TurnoverPerBar = 0.1 });
        map.Update(RandomMarket.Flat(0, 100, 100));
        LiquidationMapStep step = map.Update(RandomMarket.Flat(1, 102, 100));

        Assert.Equal(10, step.Longs.Restruck, tolerance: 1e-12);
        Assert.Equal(0, step.Longs.Opened, tolerance: 1e-12);
        Assert.Equal(90, map.QuantityBetween(PositionSide.Long, 94.9, 95.4), tolerance: 1e-9);
        Assert.Equal(10, map.QuantityBetween(PositionSide.Long, 96.8, 97.3), tolerance: 1e-9);
        Assert.Equal(0.9, map.SeededShare(PositionSide.Long), tolerance: 1e-12);
        Assert.Equal(0.9, map.AgeHoursBetween(PositionSide.Long, 90, 99), tolerance: 1e-12);
    }

    [Fact]
    public void Update_TurnoverAlongThePath_FavoursTheSideThatGained()
    {
        LeverageKernel kernel = new("test", "1", "any", new KernelPoint[] { new(-0.5, 1) }, new KernelPoint[] { new(0.5, 1) });
        LiquidationMap map = new(kernel, new LiquidationMapOptions
        {
            TurnoverPerBar = 0.1,
            TurnoverRule = TurnoverRule.FavourablePath,
        });
        map.Update(RandomMarket.Bar(0, 100, 101, 99, 100, 100));

        // Usual range 0.02, this one 0.07: 3.5 times as busy. A rise 100, 98, 105, 104: up ln(105/98), down ln(100/98) + ln(105/104).
        double up = Math.Log(105 / 98.0);
        double down = Math.Log(100 / 98.0) + Math.Log(105 / 104.0);
        LiquidationMapStep step = map.Update(RandomMarket.Bar(1, 100, 105, 98, 104, 100));
        Assert.Equal(100 * (1 - Math.Pow(0.9, 3.5)), step.Longs.Restruck, tolerance: 1e-9);
        Assert.Equal(100 * (1 - Math.Pow(0.9, 3.5 * (0.25 + (0.75 * down / up)))), step.Shorts.Restruck, tolerance: 1e-9);
    }

    [Fact]
    public void Update_TurnoverOfABarWithVolume_GoesWithItsRootOverTheUsual()
    {
        LeverageKernel kernel = new("test", "1", "any", new KernelPoint[] { new(-0.5, 1) }, new KernelPoint[] { new(0.5, 1) });
        LiquidationMap map = new(kernel, new LiquidationMapOptions
        {
            TurnoverPerBar = 0.1,
            TurnoverRule = TurnoverRule.FavourablePath,
        });
        map.Update(RandomMarket.Bar(0, 100, 101, 99, 100, 100, volume: 40));
        LiquidationMapStep step = map.Update(RandomMarket.Bar(1, 100, 101, 99, 101, 100, volume: 360));

        // Nine times the volume, three times the turnover, whatever the range; 100, 99, 101: down is half of up in logs.
        double down = Math.Log(100 / 99.0) / Math.Log(101 / 99.0);
        Assert.Equal(100 * (1 - Math.Pow(0.9, 3)), step.Longs.Restruck, tolerance: 1e-9);
        Assert.Equal(100 * (1 - Math.Pow(0.9, 3 * (0.25 + (0.75 * down)))), step.Shorts.Restruck, tolerance: 1e-9);

        // Without a volume the range stands in: 0.04 against a usual one of 0.02.
        step = map.Update(RandomMarket.Bar(2, 100, 102, 98, 102, 100));
        Assert.Equal(100 * (1 - Math.Pow(0.9, 2)), step.Longs.Restruck, tolerance: 1e-9);
        Assert.Equal(0, map.Update(RandomMarket.Bar(3, 102, 102, 102, 102, 100, volume: 0)).Longs.Restruck);
    }

    [Theory]
    [InlineData(DepositPrice.Typical, 100.0)]
    [InlineData(DepositPrice.Average, 99.5)]
    [InlineData(DepositPrice.Close, 102.0)]
    public void Update_DepositPrice_IsWhatTheOptionSays(DepositPrice rule, double expectedEntry)
    {
        LeverageKernel kernel = new("test", "1", "any", new KernelPoint[] { new(-0.2, 1) }, new KernelPoint[] { new(0.2, 1) });
        LiquidationMap map = new(kernel, new LiquidationMapOptions { DepositPrice = rule, EntryPhases = 64 });
        map.Update(RandomMarket.Bar(0, 98, 104, 94, 102, 100));
        double level = expectedEntry * Math.Exp(-0.2);
        Assert.Equal(100, map.QuantityBetween(PositionSide.Long, level * 0.9985, level * 1.0015), tolerance: 1e-9);
    }

    [Fact]
    public void Update_BarsWithoutOpenInterest_OnlyConsume()
    {
        LiquidationMap map = new(LeverageKernels.Hyperliquid());
        Assert.Equal(
            LiquidationMapNotes.OpenInterestMissing | LiquidationMapNotes.NotStarted,
            map.Update(RandomMarket.Flat(0, 100, double.NaN)).Notes);
        Assert.False(map.IsReady);
        Assert.Equal(double.NaN, map.SeededShare(PositionSide.Long));
        Assert.Equal(0, map.QuantityBetween(PositionSide.Long, 1, 100));

        Assert.Equal(LiquidationMapNotes.Seeded, map.Update(RandomMarket.Flat(1, 100, 100)).Notes);
        Assert.Equal(1, map.SeededShare(PositionSide.Short));
        double ahead = map.QuantityBetween(PositionSide.Long, 1, 90);
        LiquidationMapStep step = map.Update(RandomMarket.Bar(2, 100, 100, 90, 99, double.NaN));

        Assert.Equal(LiquidationMapNotes.OpenInterestMissing, step.Notes);
        Assert.True(step.Longs.Consumed > 0);
        Assert.Equal(new LiquidationFlow(0, 0, 0, 0), step.Shorts);
        Assert.Equal(100 - step.Longs.Consumed, map.OpenQuantity(PositionSide.Long), tolerance: 1e-9);
        Assert.InRange(map.QuantityBetween(PositionSide.Long, 1, 90), ahead * 0.97, ahead);

        // The next open interest makes up for what was consumed meanwhile.
        map.Update(RandomMarket.Flat(3, 99, 100));
        Assert.Equal(100, map.OpenQuantity(PositionSide.Long), tolerance: 1e-9);
    }

    [Fact]
    public void Update_BarWiderThanTheKernel_PutsNewMassOffGridAndSaysSo()
    {
        LeverageKernel kernel = new("test", "1", "any", new KernelPoint[] { new(-0.05, 1) }, new KernelPoint[] { new(0.6, 1) });
        LiquidationMap map = new(kernel, new LiquidationMapOptions { CrossedDeposit = CrossedDeposit.BeyondExtremes });
        LiquidationMapStep step = map.Update(RandomMarket.Bar(0, 100, 101, 50, 60, 10));
        Assert.Equal(LiquidationMapNotes.Seeded | LiquidationMapNotes.KernelCrossedLongs, step.Notes);
        Assert.Equal(10, map.OffGridQuantity(PositionSide.Long), tolerance: 1e-12);

        step = map.Update(RandomMarket.Bar(1, 60, 200, 59, 61, 20));
        Assert.Equal(LiquidationMapNotes.KernelCrossedShorts, step.Notes & LiquidationMapNotes.KernelCrossedShorts);
        Assert.True(map.OffGridQuantity(PositionSide.Short) > 0);
    }

    [Fact]
    public void Update_AnyMarket_MatchesTheSlowDefinition() => Seeded.Check(Gen.Select(AnyMarket, Gen.Int[0, Choices.Length - 1].Select(i => Choices[i])), sample =>
    {
        (MarketBar[] bars, LiquidationMapOptions options) = sample;
        LeverageKernel kernel = LeverageKernels.Blend("mix", "1", "any", new[]
        {
            (LeverageKernels.Textbook(), 0.4), (LeverageKernels.LogNormalQuantiles(0.1, 1.3, 12), 0.6),
        });
        LiquidationMap map = new(kernel, options);
        SlowMap slow = new(kernel, options);
        foreach (MarketBar bar in bars)
        {
            map.Update(bar);
            slow.Update(bar, map.Grid);
            foreach (PositionSide side in Sides)
            {
                AssertSame(map, side, side == PositionSide.Long ? slow.Longs : slow.Shorts, slow.Hours);
            }
        }
    });

    [Fact]
    public void Update_AnyMarket_ConservesMassAtEveryStepAndSide() => Seeded.Check(Gen.Select(AnyMarket, Gen.Int[0, Choices.Length - 1].Select(i => Choices[i])), sample =>
    {
        (MarketBar[] bars, LiquidationMapOptions options) = sample;
        LiquidationMap map = new(LeverageKernels.Hyperliquid(), options with { CellsPerSide = 1024 });
        double[] openBefore = new double[2];
        foreach (MarketBar bar in bars)
        {
            LiquidationMapStep step = map.Update(bar);
            foreach (PositionSide side in Sides)
            {
                LiquidationFlow flow = step.Flow(side);
                double open = map.OpenQuantity(side);
                LiquidationFlow ledger = side == PositionSide.Long ? map.LongLedger : map.ShortLedger;
                Assert.True(flow.Consumed >= 0 && flow.Closed >= 0 && flow.Restruck >= 0 && flow.Inserted >= 0 && flow.Adopted >= 0);
                Assert.Equal(open - openBefore[(int)side] + flow.Consumed, flow.Opened - flow.Closed + flow.Adopted, tolerance: 1e-9);
                Assert.Equal(
                    ledger.Inserted + ledger.Adopted,
                    open + ledger.Consumed + ledger.Closed + ledger.Restruck,
                    tolerance: 1e-9 * (1 + ledger.Inserted + ledger.Adopted));
                if (map.IsReady)
                {
                    Assert.Equal(side == PositionSide.Long ? step.OpenLongQuantity : step.OpenShortQuantity, open, tolerance: 1e-9);
                }

                if (!double.IsNaN(bar.OpenInterestQuantity))
                {
                    Assert.Equal(bar.OpenInterestQuantity, open, tolerance: 1e-9 * (1e-9 + bar.OpenInterestQuantity));
                }

                AssertCellsAreSound(map, side, bar);
                openBefore[(int)side] = open;
            }
        }
    });

    [Fact]
    public void Update_OpenInterestThatComesIntoView_KeepsItsShapeAndCountsAsSeeded()
    {
        MarketBar[] bars = RandomMarket.Walk(seed: 12, 400);
        LiquidationMap steady = new(LeverageKernels.Wide(), LiquidationMapOptions.Calibrated(TimeSpan.FromHours(1), 0.025));
        LiquidationMap jumping = new(LeverageKernels.Wide(), LiquidationMapOptions.Calibrated(TimeSpan.FromHours(1), 0.025));
        for (int i = 0; i < 399; i++)
        {
            steady.Update(bars[i]);
            jumping.Update(bars[i]);
        }

        double before = bars[398].OpenInterestQuantity;
        steady.Update(bars[399] with { OpenInterestQuantity = before });
        LiquidationMapStep step = jumping.Update(bars[399] with { OpenInterestQuantity = 3 * before });

        Assert.Equal(LiquidationMapNotes.OpenInterestJump, step.Notes & LiquidationMapNotes.OpenInterestJump);
        Assert.Equal(2 * before, step.Longs.Adopted, tolerance: 1e-9 * before);
        foreach (PositionSide side in Sides)
        {
            Assert.Equal(3 * before, jumping.OpenQuantity(side), tolerance: 1e-9 * before);
            Assert.Equal((2 + steady.SeededShare(side)) / 3, jumping.SeededShare(side), tolerance: 1e-9);
            foreach (LiquidationCell cell in steady.Cells(side))
            {
                Assert.Equal(3 * cell.Quantity, jumping.QuantityInCell(side, cell.Index), tolerance: 1e-9 * before);
            }
        }
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(0.001)]
    public void Update_PriceInAnotherUnitFromABarOn_GoesOnWithTheSameMap(double unit)
    {
        MarketBar[] bars = RandomMarket.Walk(seed: 14, 500, missingEvery: 30, volume: 700);
        LiquidationMap plain = new(LeverageKernels.Wide(), LiquidationMapOptions.Calibrated(TimeSpan.FromHours(1), 0.025));
        LiquidationMap changed = new(LeverageKernels.Wide(), LiquidationMapOptions.Calibrated(TimeSpan.FromHours(1), 0.025));
        for (int i = 0; i < bars.Length; i++)
        {
            MarketBar bar = bars[i];
            double now = i < 300 ? 1 : unit;
            MarketBar other = RandomMarket.Bar(
                i, bar.Open * now, bar.High * now, bar.Low * now, bar.Close * now, bar.OpenInterestQuantity / now, bar.VolumeQuantity / now);
            plain.Update(bar);
            LiquidationMapStep preview = changed.Preview(other);
            LiquidationMapStep step = changed.Update(other);
            Assert.Equal(preview.Notes, step.Notes);
            Assert.Equal(preview.Longs.Inserted, step.Longs.Inserted, tolerance: 1e-9 * step.OpenLongQuantity);
            Assert.Equal(preview.Shorts.Consumed, step.Shorts.Consumed, tolerance: 1e-9 * step.OpenLongQuantity);
            Assert.Equal(i == 300, changed.LastNotes.HasFlag(LiquidationMapNotes.PriceUnitChanged));
        }

        foreach (PositionSide side in Sides)
        {
            Assert.Equal(plain.OpenQuantity(side), changed.OpenQuantity(side) * unit, tolerance: 1e-6);
            for (int percent = 1; percent < 30; percent++)
            {
                double low = side == PositionSide.Long ? bars[^1].Close * (1 - (percent / 100.0)) : bars[^1].Close;
                double high = side == PositionSide.Long ? bars[^1].Close : bars[^1].Close * (1 + (percent / 100.0));
                Assert.Equal(
                    plain.NotionalBetween(side, low, high),
                    changed.NotionalBetween(side, low * unit, high * unit),
                    tolerance: 1e-6 * plain.NotionalBetween(side, low, high));
            }
        }
    }

    [Fact]
    public void Update_YearOfMinutes_HoldsExactlyTheOpenInterest()
    {
        LiquidationMap map = new(LeverageKernels.LogNormalQuantiles(0.04, 1, 40), new LiquidationMapOptions { CellsPerSide = 1024 });
        MarketBar[] bars = RandomMarket.Walk(seed: 3, 525_600, volatility: 0.0006);
        for (int i = 0; i < bars.Length; i++)
        {
            map.Update(bars[i]);
            if (i % 5_000 == 0 || i == bars.Length - 1)
            {
                foreach (PositionSide side in Sides)
                {
                    Assert.Equal(1, CellSum(map, side) / bars[i].OpenInterestQuantity, tolerance: 1e-9);
                    Assert.Equal(1, map.OpenQuantity(side) / bars[i].OpenInterestQuantity, tolerance: 1e-9);
                }
            }
        }
    }

    [Fact]
    public void Update_PriceOrContractsInOtherUnits_GiveTheSameMap() =>
        Seeded.Check(
            Gen.Select(Gen.Int[1, 1000], Gen.Double[-6, 6], Gen.Double[-6, 6], Gen.Bool),
            sample =>
            {
                (int seed, double logPriceUnit, double logContractUnit, bool isCalibrated) = sample;
                LiquidationMapOptions options = isCalibrated ? LiquidationMapOptions.Calibrated(TimeSpan.FromHours(1), 0.04) : new();
                double priceUnit = Math.Pow(10, logPriceUnit);
                double contractUnit = Math.Pow(10, logContractUnit);
                LiquidationMap map = new(LeverageKernels.Hyperliquid(), options);
                LiquidationMap other = new(LeverageKernels.Hyperliquid(), options);
                foreach (MarketBar bar in RandomMarket.Walk(seed, 200, missingEvery: 20))
                {
                    map.Update(bar);
                    other.Update(bar with
                    {
                        Open = bar.Open * priceUnit,
                        High = bar.High * priceUnit,
                        Low = bar.Low * priceUnit,
                        Close = bar.Close * priceUnit,
                        OpenInterestQuantity = bar.OpenInterestQuantity * contractUnit,
                    });
                }

                foreach (PositionSide side in Sides)
                {
                    List<LiquidationCell> cells = All(map, side);
                    List<LiquidationCell> others = All(other, side);
                    Assert.Equal(cells.Select(c => c.Index), others.Select(c => c.Index));
                    for (int i = 0; i < cells.Count; i++)
                    {
                        Assert.Equal(1, others[i].Quantity / (cells[i].Quantity * contractUnit), tolerance: 1e-9);
                    }

                    double low = map.LastPrice * 0.8;
                    double high = map.LastPrice * 1.2;
                    Assert.Equal(
                        1,
                        other.NotionalBetween(side, low * priceUnit, high * priceUnit)
                            / (map.NotionalBetween(side, low, high) * priceUnit * contractUnit),
                        tolerance: 1e-9);
                }
            },
            count: 30);

    [Fact]
    public void Update_PriceTravelsAcrossTheWindow_KeepsNearMassAndConservesTheRest()
    {
        // Two thousand cells up, four thousand down: the small map's window moves many times, the large one's never.
        LeverageKernel kernel = LeverageKernels.Textbook();
        LiquidationMap small = new(kernel, new LiquidationMapOptions { CellsPerSide = 1024, AnchorPrice = 100, TurnoverPerBar = 0 });
        LiquidationMap large = new(kernel, new LiquidationMapOptions { CellsPerSide = 32_768, AnchorPrice = 100, TurnoverPerBar = 0 });
        for (int i = 0; i < 3000; i++)
        {
            double price = 100 * Math.Exp(0.002 * (i < 1000 ? i : 2000 - i));
            MarketBar bar = RandomMarket.Flat(i, price, 1000 + i);
            small.Update(bar);
            large.Update(bar);
            foreach (PositionSide side in Sides)
            {
                Assert.Equal(1000 + i, small.OpenQuantity(side), tolerance: 1e-8);
                if (side == PositionSide.Long && i >= 1000)
                {
                    // Longs left far below have left the small window for good: on the way back it does not know them.
                    continue;
                }

                double near = large.QuantityBetween(side, price * 0.7, price * 1.3);
                Assert.Equal(near, small.QuantityBetween(side, price * 0.7, price * 1.3), tolerance: 1e-8);
            }

            if (i == 999)
            {
                Assert.Equal(large.SeededShare(PositionSide.Long), small.SeededShare(PositionSide.Long), tolerance: 1e-9);
                Assert.Equal(0, large.OffGridQuantity(PositionSide.Long));
                Assert.True(small.OffGridQuantity(PositionSide.Long) > 1000);
            }
        }

        Assert.True(small.OffGridQuantity(PositionSide.Short) > large.OffGridQuantity(PositionSide.Short));
    }

    [Fact]
    public void Update_LongPathOfReopening_NeverLosesScale()
    {
        // Open interest falls a millionfold in one bar, again and again: the scale passes through 1e-100 many times.
        LiquidationMap map = new(LeverageKernels.Textbook());
        for (int i = 0; i < 400; i++)
        {
            double openInterest = i % 2 == 0 ? 1e6 : 1;
            map.Update(RandomMarket.Flat(i, 100, openInterest));
            Assert.Equal(1, CellSum(map, PositionSide.Long) / openInterest, tolerance: 1e-9);
        }

        Assert.True(map.Update(RandomMarket.Flat(400, 100, 0)).Shorts.Closed > 0);
        Assert.Equal(0, map.OpenQuantity(PositionSide.Short));
        Assert.Empty(All(map, PositionSide.Short));
        map.Update(RandomMarket.Flat(401, 100, 5));
        Assert.Equal(5, CellSum(map, PositionSide.Short), tolerance: 1e-12);
    }

    [Fact]
    public void Constructor_LargestSettings_StaysUnderFourMegabytes()
    {
        LeverageKernel kernel = LeverageKernels.LogNormalCells(0.04, 1, 0.0001, 16_000);
        MarketBar bar = RandomMarket.Flat(0, 100, 10);
        LiquidationMapOptions largest = new() { CellsPerSide = 32_768, CellLogWidth = 0.0001 };
        Assert.InRange(Allocations.Of(() => new LiquidationMap(kernel, largest).Update(bar)), 1, 4 * 1024 * 1024);
        Assert.InRange(Allocations.Of(() => new LiquidationMap(LeverageKernels.Hyperliquid()).Update(bar)), 1, 600 * 1024);
    }

    [Fact]
    public void QuantityBetween_CellsAtTheEnds_CountInPart()
    {
        LeverageKernel kernel = new("test", "1", "any", new KernelPoint[] { new(-0.0995, 1) }, new KernelPoint[] { new(0.0995, 1) });
        LiquidationMap map = new(kernel, new LiquidationMapOptions { AnchorPrice = 100, EntryPhases = 1 });
        map.Update(RandomMarket.Flat(0, 100.05, 8));
        LiquidationCell cell = Assert.Single(All(map, PositionSide.Long));
        double low = map.Grid.LowPrice(cell.Index);
        double high = map.Grid.HighPrice(cell.Index);
        double quarter = map.Grid.PriceAt(cell.Index + 0.25);

        Assert.Equal(8, map.QuantityBetween(PositionSide.Long, low, high), tolerance: 1e-9);
        Assert.Equal(2, map.QuantityBetween(PositionSide.Long, low, quarter), tolerance: 1e-9);
        Assert.Equal(6, map.QuantityBetween(PositionSide.Long, quarter, 100), tolerance: 1e-9);
        Assert.Equal(0, map.QuantityBetween(PositionSide.Long, 50, low), tolerance: 1e-9);
        Assert.Equal(2 * map.Grid.MidPrice(cell.Index), map.NotionalBetween(PositionSide.Long, low, quarter), tolerance: 1e-9);
        Assert.Equal(8, map.QuantityInCell(PositionSide.Long, cell.Index), tolerance: 1e-12);
        Assert.Equal(double.NaN, map.AgeHoursBetween(PositionSide.Long, 50, 60));
    }

    public static TheoryData<string, MarketBar> BadBars()
    {
        MarketBar good = RandomMarket.Flat(5, 100, 10);
        return new TheoryData<string, MarketBar>
        {
            { "bar.Low", good with { Low = double.NaN } },
            { "bar.Low", good with { Low = 0 } },
            { "bar.High", good with { High = double.PositiveInfinity } },
            { "bar.Open", good with { Open = 101 } },
            { "bar.Open", good with { Open = double.NaN } },
            { "bar.Close", good with { Close = 99 } },
            { "bar.OpenInterestQuantity", good with { OpenInterestQuantity = -1 } },
            { "bar.OpenInterestQuantity", good with { OpenInterestQuantity = double.PositiveInfinity } },
            { "bar.VolumeQuantity", good with { VolumeQuantity = -1 } },
            { "bar.VolumeQuantity", good with { VolumeQuantity = double.PositiveInfinity } },
            { "bar.TimeUtc", good with { TimeUtc = DateTime.SpecifyKind(good.TimeUtc, DateTimeKind.Unspecified) } },
            { "bar", good with { TimeUtc = RandomMarket.Start.AddHours(4) } },
            { "bar", good with { TimeUtc = RandomMarket.Start.AddHours(3) } },
        };
    }

    [Theory]
    [MemberData(nameof(BadBars), DisableDiscoveryEnumeration = true)]
    public void Update_InadmissibleBar_IsRefusedAndChangesNothing(string field, MarketBar bar)
    {
        LiquidationMap map = new(LeverageKernels.Textbook());
        map.Update(RandomMarket.Flat(4, 100, 10));
        Assert.Equal(field, Assert.Throws<ArgumentOutOfRangeException>(() => map.Update(bar)).ParamName);
        Assert.Equal(field, Assert.Throws<ArgumentOutOfRangeException>(() => map.Preview(bar)).ParamName);
        Assert.Equal(1, map.Bars);
        Assert.Equal(10, map.OpenQuantity(PositionSide.Long), tolerance: 1e-12);
    }

    public static TheoryData<LiquidationMapOptions> BadOptions() => new()
    {
        new LiquidationMapOptions { CellLogWidth = 0 },
        new LiquidationMapOptions { CellLogWidth = double.NaN },
        new LiquidationMapOptions { CellsPerSide = 63 },
        new LiquidationMapOptions { CellsPerSide = 32_769 },
        new LiquidationMapOptions { EntryPhases = 0 },
        new LiquidationMapOptions { TurnoverPerBar = 1 },
        new LiquidationMapOptions { TurnoverPerBar = -0.1 },
        new LiquidationMapOptions { AnchorPrice = 0 },
        new LiquidationMapOptions { AnchorPrice = double.PositiveInfinity },
        new LiquidationMapOptions { DepositPrice = (DepositPrice)9 },
        new LiquidationMapOptions { CrossedDeposit = (CrossedDeposit)9 },
        new LiquidationMapOptions { CrossedCell = (CrossedCell)9 },
        new LiquidationMapOptions { TurnoverRule = (TurnoverRule)9 },
        new LiquidationMapOptions { UsualHalfLifeBars = 0.5 },
    };

    [Theory]
    [MemberData(nameof(BadOptions), DisableDiscoveryEnumeration = true)]
    public void Constructor_InadmissibleOption_IsRefused(LiquidationMapOptions options) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new LiquidationMap(LeverageKernels.Textbook(), options));

    [Fact]
    public void SharePerBar_SixtyMinutes_LeaveWhatOneHourLeaves()
    {
        double perMinute = LiquidationMapOptions.SharePerBar(0.01, TimeSpan.FromMinutes(1));
        Assert.Equal(0.99, Math.Pow(1 - perMinute, 60), tolerance: 1e-12);
        Assert.Equal(0.01, LiquidationMapOptions.SharePerBar(0.01, TimeSpan.FromHours(1)), tolerance: 1e-15);
        Assert.Throws<ArgumentOutOfRangeException>(() => LiquidationMapOptions.SharePerBar(1, TimeSpan.FromHours(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => LiquidationMapOptions.SharePerBar(0.01, TimeSpan.Zero));
    }

    [Fact]
    public void Snapshot_CopiedAndReused_HoldsTheCellsWithoutAllocation()
    {
        LiquidationMap map = new(LeverageKernels.Hyperliquid());
        LiquidationMapSnapshot snapshot = new();
        snapshot.CopyFrom(map);
        Assert.True(snapshot.Quantities(PositionSide.Long).IsEmpty);
        foreach (MarketBar bar in RandomMarket.Walk(seed: 5, 300))
        {
            map.Update(bar);
        }

        snapshot.CopyFrom(map);
        Assert.Equal(0, Allocations.Of(() => snapshot.CopyFrom(map)));
        Assert.Equal(map.AsOfUtc, snapshot.AsOfUtc);
        Assert.Equal(map.LastPrice, snapshot.Price);
        Assert.Equal(map.Grid, snapshot.Grid);
        foreach (PositionSide side in Sides)
        {
            for (int i = 0; i < snapshot.Quantities(side).Length; i++)
            {
                Assert.Equal(map.QuantityInCell(side, snapshot.FirstCell(side) + i), snapshot.Quantities(side)[i]);
            }

            double sum = snapshot.Quantities(side).ToArray().Sum();
            Assert.Equal(map.OpenQuantity(side) - map.OffGridQuantity(side), sum, tolerance: 1e-9);
        }
    }

    [Fact]
    public void Cells_Enumerated_GoOutwardAndAllocateNothing()
    {
        LiquidationMap map = new(LeverageKernels.Hyperliquid());
        foreach (MarketBar bar in RandomMarket.Walk(seed: 6, 200))
        {
            map.Update(bar);
        }

        Assert.Equal(All(map, PositionSide.Long).Select(c => c.Index).OrderByDescending(i => i), All(map, PositionSide.Long).Select(c => c.Index));
        Assert.Equal(All(map, PositionSide.Short).Select(c => c.Index).OrderBy(i => i), All(map, PositionSide.Short).Select(c => c.Index));

        double sum = 0;
        long allocated = Allocations.Of(() =>
        {
            foreach (LiquidationCell cell in map.Cells(PositionSide.Long))
            {
                sum += cell.Quantity;
            }
        });

        Assert.Equal(0, allocated);
        Assert.True(sum > 0);
    }

    [Fact]
    public void View_WithinAFormingBar_LeavesOutWhatItHasCrossed()
    {
        LiquidationMap map = new(LeverageKernels.Hyperliquid());
        Assert.Throws<InvalidOperationException>(() => map.View());
        foreach (MarketBar bar in RandomMarket.Walk(seed: 8, 200))
        {
            map.Update(bar);
        }

        double price = map.LastPrice;
        LiquidationView forming = map.View(price, price * 0.97, price * 1.01);
        Assert.Equal(
            map.QuantityBetween(PositionSide.Long, price * 0.9, price * 0.97),
            forming.QuantityWithin(PositionSide.Long, 0.1),
            tolerance: 1e-9);
        Assert.Equal(
            map.NotionalBetween(PositionSide.Short, price * 1.01, price * 1.1),
            forming.NotionalWithin(PositionSide.Short, 0.1),
            tolerance: 1e-6);
        Assert.Equal(0, forming.QuantityWithin(PositionSide.Long, 0.02));
        Assert.Equal(0, forming.NotionalWithin(PositionSide.Short, 0.01));
        Assert.Throws<ArgumentOutOfRangeException>(() => map.View(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => map.View(price, price * 1.1, price * 1.2));
        Assert.Throws<ArgumentOutOfRangeException>(() => map.View().QuantityWithin(PositionSide.Long, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => map.View().QuantityWithin(PositionSide.Short, 0));
    }

    private static List<LiquidationCell> All(LiquidationMap map, PositionSide side)
    {
        List<LiquidationCell> cells = new();
        foreach (LiquidationCell cell in map.Cells(side))
        {
            cells.Add(cell);
        }

        return cells;
    }

    private static double CellSum(LiquidationMap map, PositionSide side) =>
        All(map, side).Sum(c => c.Quantity) + map.OffGridQuantity(side);

    private static void AssertCellsAreSound(LiquidationMap map, PositionSide side, in MarketBar bar)
    {
        double sum = map.OffGridQuantity(side);
        Assert.True(sum >= 0);
        double limit = (map.Options.CrossedDeposit, side) switch
        {
            (CrossedDeposit.BeyondExtremes, PositionSide.Long) => bar.Low,
            (CrossedDeposit.BeyondExtremes, PositionSide.Short) => bar.High,
            (CrossedDeposit.BeyondClose, _) => bar.Close,
            _ => double.NaN,
        };
        foreach (LiquidationCell cell in map.Cells(side))
        {
            Assert.True(cell.Quantity >= 0);

            // A cell that may be crossed in part has its other part on the right side.
            bool isPart = map.Options.CrossedCell == CrossedCell.Part;
            if (!double.IsNaN(limit) && !double.IsNaN(bar.OpenInterestQuantity))
            {
                Assert.True(side == PositionSide.Long
                    ? (isPart ? map.Grid.LowPrice(cell.Index) : map.Grid.HighPrice(cell.Index)) <= limit * (1 + 1e-12)
                    : (isPart ? map.Grid.HighPrice(cell.Index) : map.Grid.LowPrice(cell.Index)) > limit * (1 - 1e-12));
            }

            sum += cell.Quantity;
        }

        Assert.Equal(map.OpenQuantity(side), sum, tolerance: 1e-9 * (1e-9 + sum));
    }

    private static void AssertSame(LiquidationMap map, PositionSide side, List<SlowMap.Deposit> deposits, double now)
    {
        double total = deposits.Sum(d => d.Quantity);
        double tolerance = 1e-9 * (1e-9 + total);
        Dictionary<int, LiquidationCell> cells = All(map, side).ToDictionary(c => c.Index);
        foreach (IGrouping<int, SlowMap.Deposit> group in deposits.Where(d => d.Cell is not null).GroupBy(d => d.Cell!.Value))
        {
            double expected = group.Sum(d => d.Quantity);
            Assert.Equal(expected, map.QuantityInCell(side, group.Key), tolerance);
            if (expected > 1e-6 * total && total > 1e-6)
            {
                double age = group.Sum(d => d.Quantity * (now - d.Hours)) / expected;
                Assert.Equal(age, cells[group.Key].AgeHours, tolerance: 1e-6);
            }
        }

        Assert.Equal(deposits.Where(d => d.Cell is null).Sum(d => d.Quantity), map.OffGridQuantity(side), tolerance);
        if (total > 1e-6)
        {
            Assert.Equal(deposits.Where(d => d.IsSeed).Sum(d => d.Quantity) / total, map.SeededShare(side), tolerance: 1e-6);
        }
    }
}
