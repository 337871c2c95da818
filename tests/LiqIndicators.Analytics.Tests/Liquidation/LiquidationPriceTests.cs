using CsCheck;
using LiqIndicators.Analytics.Liquidation;
using LiqIndicators.Analytics.Market;
using LiqIndicators.Analytics.Tests.Contract;

namespace LiqIndicators.Analytics.Tests.Liquidation;

// Golden numbers: computed from the venues' published formulas, independently of this code.
public sealed class LiquidationPriceTests
{
    private static readonly Gen<(PositionSide Side, double Entry, double Leverage, double Rate)> Positions =
        Gen.Select(Gen.Bool, Gen.Double[1e-6, 1e6], Gen.Double[1.01, 1000], Gen.Double[0.001, 0.999])
            .Select((isLong, entry, leverage, part) =>
                (isLong ? PositionSide.Long : PositionSide.Short, entry, leverage, part / leverage));

    private static readonly Gen<(PositionSide Side, double Entry, double Quantity, double Leverage)> TieredPositions =
        Gen.Select(Gen.Bool, Gen.Double[10, 1e5], Gen.Double[3, 8.69], Gen.Double[0.001, 1])
            .Select((isLong, entry, logNotional, part) =>
            {
                double quantity = Math.Pow(10, logNotional) / entry;
                double largest = Table[Table.IndexOf(entry * quantity)].MaximumLeverage;
                return (isLong ? PositionSide.Long : PositionSide.Short, entry, quantity, 1 + (part * (largest - 1)));
            });

    private static MarginTiers Table => MarginTierTables.BinanceBtc2021;

    [Theory]
    [InlineData(PositionSide.Long, 67_000, 10, 60_542.1687)]
    [InlineData(PositionSide.Short, 67_000, 25, 69_402.3904)]
    [InlineData(PositionSide.Long, 100_000, 10, 90_361.4458)]
    [InlineData(PositionSide.Short, 100_000, 10, 109_561.7530)]
    [InlineData(PositionSide.Long, 100_000, 25, 96_385.5422)]
    [InlineData(PositionSide.Long, 100_000, 50, 98_393.5743)]
    [InlineData(PositionSide.Long, 100_000, 100, 99_397.5904)]
    [InlineData(PositionSide.Short, 100_000, 25, 103_585.6574)]
    [InlineData(PositionSide.Short, 100_000, 50, 101_593.6255)]
    [InlineData(PositionSide.Short, 100_000, 100, 100_597.6096)]
    public void Linear_FlatRate_MatchesPublishedForm(PositionSide side, double entry, double leverage, double expected)
        => Assert.Equal(expected, LiquidationPrice.Linear(side, entry, leverage, 0.004), tolerance: 1e-4);

    [Theory]
    [InlineData(PositionSide.Long, 67_000, 1, 10, 60_552.7638)]
    [InlineData(PositionSide.Long, 100_000, 10, 10, 90_777.7778)]
    [InlineData(PositionSide.Short, 100_000, 10, 10, 108_907.3171)]
    [InlineData(PositionSide.Long, 100_000, 0.1, 10, 90_361.4458)]
    [InlineData(PositionSide.Short, 100_000, 0.1, 10, 109_561.7530)]
    public void Linear_MarginTable_UsesTheBracketOfTheNotionalAtLiquidation(
        PositionSide side, double entry, double quantity, double leverage, double expected)
        => Assert.Equal(expected, LiquidationPrice.Linear(side, entry, quantity, leverage, Table), tolerance: 1e-4);

    [Fact]
    public void Linear_LeverageAboveTheBracketOfTheEntry_IsRefused()
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(
            () => LiquidationPrice.Linear(PositionSide.Long, 100_000, 500, 10, Table));
        Assert.Equal("leverage", error.ParamName);
        Assert.Contains("leverage is 10; expected at most 5", error.Message, StringComparison.Ordinal);
    }

    // A rate that counts for the whole position: 1% up to 100, 4% above. Long 140.625 = 150 x 0.9 / 0.96; a long that falls out of the
    // upper bracket is relieved, 101 x 0.9 / 0.99; short 97 x 1.05 / 1.01 in the lower one, 97 x 1.1 / 1.04 in the upper one; at 14x the
    // margin left at 100 is 6.93 - 3, less than the 4 that the upper bracket asks, so it ends there.
    [Theory]
    [InlineData(PositionSide.Long, 150, 10, 140.625)]
    [InlineData(PositionSide.Long, 101, 10, 91.8181818182)]
    [InlineData(PositionSide.Short, 90, 20, 93.5643564356)]
    [InlineData(PositionSide.Short, 97, 10, 102.5961538462)]
    [InlineData(PositionSide.Short, 97, 14, 100)]
    public void Linear_MarginThatJumps_EndsAtTheFirstPriceThatLeavesTooLittle(
        PositionSide side, double entry, double leverage, double expected)
    {
        MarginTiers whole = new("whole", [new(100, 0.01, 20), new(200, 0.04, 10)], [0, 0]);

        double price = LiquidationPrice.Linear(side, entry, 1, leverage, whole);

        Assert.Equal(expected, price, tolerance: 1e-9);
        Assert.Equal(FirstTooLittle(side, entry, leverage, whole), price, tolerance: 1e-3);

        // The definition, step by step on the way from the entry.
        static double FirstTooLittle(PositionSide side, double entry, double leverage, MarginTiers tiers)
        {
            double sign = side == PositionSide.Long ? 1 : -1;
            double price = entry;
            while ((entry / leverage) + (sign * (price - entry)) > tiers.MaintenanceMargin(price))
            {
                price -= sign * 1e-4;
            }

            return price;
        }
    }

    [Fact]
    public void Linear_NotionalBeyondTheTable_IsRefused()
        => Assert.Throws<ArgumentOutOfRangeException>(
            () => LiquidationPrice.Linear(PositionSide.Long, 100_000, 5_001, 1, Table));

    [Fact]
    public void Linear_ShortOutgrowingTheTable_KeepsTheLastBracket()
    {
        // 500M at entry, 1x: notional at liquidation 733M. (E (1 + 1) + c/Q) / 1.5 with c 100,016,300 and Q 5000.
        double price = LiquidationPrice.Linear(PositionSide.Short, 100_000, 5_000, 1, Table);
        Assert.Equal((200_000 + (100_016_300 / 5_000.0)) / 1.5, price, tolerance: 1e-6);
    }

    [Fact]
    public void Linear_LongWithoutLeverage_CannotBeLiquidated()
    {
        Assert.Equal(0, LiquidationPrice.Linear(PositionSide.Long, 100, 1, 0.004));
        Assert.Equal(0, LiquidationPrice.Linear(PositionSide.Long, 100, 1, 1, Table));
        Assert.Equal(0, LiquidationPrice.Bankruptcy(PositionSide.Long, 100, 1));
    }

    [Theory]
    [InlineData(PositionSide.Long, 45_681.8182)]
    [InlineData(PositionSide.Short, 55_277.7778)]
    public void Inverse_TenTimesLeverage_MatchesPublishedForm(PositionSide side, double expected)
        => Assert.Equal(expected, LiquidationPrice.Inverse(side, 60_000, 50_000, 10, 0.005), tolerance: 1e-4);

    // From the published form: long 60,300 / (1.2 + 0.12 + 0.1/1.001 + 0.02), short 59,700 / (1.2 - 0.12 - 0.1/0.999 - 0.02).
    [Theory]
    [InlineData(PositionSide.Long, 41_877.9053)]
    [InlineData(PositionSide.Short, 62_193.9850)]
    public void Inverse_ExtraMarginAndDeduction_MoveTheLevelAway(PositionSide side, double expected)
        => Assert.Equal(
            expected, LiquidationPrice.Inverse(side, 60_000, 50_000, 10, 0.005, 0.1, 0.02, 0.001), tolerance: 1e-3);

    [Fact]
    public void Inverse_ShortWithoutLeverage_CannotBeLiquidated()
    {
        Assert.Equal(double.PositiveInfinity, LiquidationPrice.Inverse(PositionSide.Short, 60_000, 50_000, 1, 0.005));
        Assert.Equal(double.PositiveInfinity, LiquidationPrice.BankruptcyInverse(PositionSide.Short, 8_000, 1));
    }

    // 50,000 (1 -+ (0.1 - 0.005)), by hand.
    [Theory]
    [InlineData(PositionSide.Long, 45_250)]
    [InlineData(PositionSide.Short, 54_750)]
    public void BybitLinear_TenTimesLeverage_TakesMaintenanceAtEntry(PositionSide side, double expected)
        => Assert.Equal(expected, LiquidationPrice.BybitLinear(side, 50_000, 10, 0.005), tolerance: 1e-9);

    [Theory]
    [InlineData(PositionSide.Long, 91_139.2405)]
    [InlineData(PositionSide.Short, 108_641.9753)]
    public void Hyperliquid_TenTimesLeverage_MatchesPublishedForm(PositionSide side, double expected)
    {
        double available = 10_000 - (100_000 / 80.0);
        Assert.Equal(expected, LiquidationPrice.Hyperliquid(side, 100_000, 1, available, 40), tolerance: 1e-4);
        Assert.Equal(
            expected, LiquidationPrice.Linear(side, 100_000, 1, 10, MarginTierTables.HyperliquidBtc), tolerance: 1e-4);
    }

    // (50,000 x 0.9) / (1 - 0.0055) and (50,000 x 1.1) / (1 + 0.0055), by hand.
    [Theory]
    [InlineData(PositionSide.Long, 45_248.8688)]
    [InlineData(PositionSide.Short, 54_699.1547)]
    public void Okx_RatioOfOne_CountsTheClosingFeeAsMaintenance(PositionSide side, double expected)
        => Assert.Equal(expected, LiquidationPrice.Okx(side, 50_000, 10, 0.005, 0.0005), tolerance: 1e-4);

    [Theory]
    [InlineData(1, 2.0 / 3, PositionSide.Long, 1.0 / 3, 0.3704)]
    [InlineData(4, 8.0 / 3, PositionSide.Short, 5.0 / 3, 1.5152)]
    [InlineData(1, 2.0 / 19, PositionSide.Long, 0.8947, 0.9942)]
    [InlineData(1, 10.0 / 99, PositionSide.Short, 1.1010, 1.0009)]
    [InlineData(1, 2, PositionSide.Long, 0, 0)]
    public void General_AnyCollateral_MatchesPublishedVectors(
        double quantity, double collateral, PositionSide side, double bankruptcy, double liquidation)
    {
        Assert.Equal(bankruptcy, LiquidationPrice.GeneralBankruptcy(side, 1, quantity, collateral), tolerance: 1e-4);
        Assert.Equal(liquidation, LiquidationPrice.General(side, 1, quantity, collateral, 0.1), tolerance: 1e-4);
    }

    [Theory]
    [InlineData(PositionSide.Long, 10, 7_272.73)]
    [InlineData(PositionSide.Long, 25, 7_692.31)]
    [InlineData(PositionSide.Long, 100, 7_920.79)]
    [InlineData(PositionSide.Short, 10, 8_888.89)]
    [InlineData(PositionSide.Short, 25, 8_333.33)]
    [InlineData(PositionSide.Short, 100, 8_080.81)]
    public void BankruptcyInverse_KnownLeverage_MatchesPublishedLevels(PositionSide side, double leverage, double expected)
        => Assert.Equal(expected, LiquidationPrice.BankruptcyInverse(side, 8_000, leverage), tolerance: 0.005);

    // The claim of most public maps is a distance of 1/L.
    [Theory]
    [InlineData(100, 0.00602)]
    [InlineData(125, 0.00402)]
    public void Linear_HighLeverage_LiesNearerThanOneOverLeverage(double leverage, double expectedDistance)
        => Assert.Equal(
            expectedDistance, 1 - LiquidationPrice.Linear(PositionSide.Long, 1, leverage, 0.004), tolerance: 1e-5);

    [Fact]
    public void Linear_AnyPosition_LiesStrictlyBetweenBankruptcyAndEntry() => Seeded.Check(Positions, p =>
    {
        double bankruptcy = LiquidationPrice.Bankruptcy(p.Side, p.Entry, p.Leverage);
        double price = LiquidationPrice.Linear(p.Side, p.Entry, p.Leverage, p.Rate);
        Assert.True(p.Side == PositionSide.Long ? bankruptcy < price && price < p.Entry : p.Entry < price && price < bankruptcy);

        double bybit = LiquidationPrice.BybitLinear(p.Side, p.Entry, p.Leverage, p.Rate);
        Assert.True(p.Side == PositionSide.Long ? bankruptcy < bybit && bybit < p.Entry : p.Entry < bybit && bybit < bankruptcy);

        double inverse = LiquidationPrice.Inverse(p.Side, 1000, p.Entry, p.Leverage, p.Rate);
        double inverseBankruptcy = LiquidationPrice.BankruptcyInverse(p.Side, p.Entry, p.Leverage);
        Assert.True(p.Side == PositionSide.Long
            ? inverseBankruptcy < inverse && inverse < p.Entry
            : p.Entry < inverse && inverse < inverseBankruptcy);
    });

    [Fact]
    public void Linear_MoreLeverage_LiesNearerToTheEntry() => Seeded.Check(Positions, p =>
    {
        double lower = 1 + ((p.Leverage - 1) / 2);
        double near = Math.Abs(p.Entry - LiquidationPrice.Linear(p.Side, p.Entry, p.Leverage, p.Rate));
        double far = Math.Abs(p.Entry - LiquidationPrice.Linear(p.Side, p.Entry, lower, p.Rate));
        Assert.True(near < far);
    });

    [Fact]
    public void Linear_AnyPosition_LeavesExactlyTheMaintenanceMargin() => Seeded.Check(Positions, p =>
    {
        double price = LiquidationPrice.Linear(p.Side, p.Entry, p.Leverage, p.Rate);
        double profit = p.Side == PositionSide.Long ? price - p.Entry : p.Entry - price;
        double equity = (p.Entry / p.Leverage) + profit;
        Assert.Equal(0, (equity - (p.Rate * price)) / p.Entry, tolerance: 1e-12);
    });

    [Fact]
    public void Linear_AnyTieredPosition_LeavesExactlyTheMaintenanceMarginOfItsNotional() => Seeded.Check(TieredPositions, p =>
    {
        double price = LiquidationPrice.Linear(p.Side, p.Entry, p.Quantity, p.Leverage, Table);
        double profit = p.Quantity * (p.Side == PositionSide.Long ? price - p.Entry : p.Entry - price);
        double equity = (p.Entry * p.Quantity / p.Leverage) + profit;
        double notional = price * p.Quantity;
        if (notional > Table.LargestNotional)
        {
            return;
        }

        Assert.Equal(0, (equity - SlowMaintenance(notional)) / (p.Entry * p.Quantity), tolerance: 1e-9);
        double bankruptcy = LiquidationPrice.Bankruptcy(p.Side, p.Entry, p.Leverage);
        if (p.Leverage > 1 || p.Side == PositionSide.Short)
        {
            Assert.True(p.Side == PositionSide.Long ? bankruptcy < price && price < p.Entry : p.Entry < price && price < bankruptcy);
        }
        else
        {
            Assert.Equal(0, price);
        }
    });

    [Fact]
    public void Linear_QuantityAcrossBrackets_MovesTheLevelContinuously()
    {
        foreach (PositionSide side in new[] { PositionSide.Long, PositionSide.Short })
        {
            double leverage = 3;
            double before = LiquidationPrice.Linear(side, 1, 1_000, leverage, Table);
            for (double notional = 1_000 * 1.001; notional < 199e6; notional *= 1.001)
            {
                double price = LiquidationPrice.Linear(side, 1, notional, leverage, Table);
                Assert.InRange(Math.Abs(price - before), 0, 0.0006);
                before = price;
            }
        }
    }

    [Theory]
    [InlineData(0, 10, 0.004)]
    [InlineData(-1, 10, 0.004)]
    [InlineData(double.NaN, 10, 0.004)]
    [InlineData(double.PositiveInfinity, 10, 0.004)]
    [InlineData(100, 0.99, 0.004)]
    [InlineData(100, 1001, 0.0004)]
    [InlineData(100, double.NaN, 0.004)]
    [InlineData(100, 10, -0.001)]
    [InlineData(100, 10, 0.1001)]
    [InlineData(100, 10, double.NaN)]
    [InlineData(100, 1, 1)]
    public void AnyForm_NumbersOutsideTheirRange_AreRefused(double entry, double leverage, double rate)
    {
        foreach (PositionSide side in new[] { PositionSide.Long, PositionSide.Short })
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => LiquidationPrice.Linear(side, entry, leverage, rate));
            Assert.Throws<ArgumentOutOfRangeException>(() => LiquidationPrice.BybitLinear(side, entry, leverage, rate));
            Assert.Throws<ArgumentOutOfRangeException>(() => LiquidationPrice.Inverse(side, 1000, entry, leverage, rate));
            Assert.Throws<ArgumentOutOfRangeException>(() => LiquidationPrice.Okx(side, entry, leverage, rate, 0));
        }
    }

    public static TheoryData<Action> RefusedCalls() => new()
    {
        () => LiquidationPrice.Linear((PositionSide)7, 100, 10, 0.004),
        () => LiquidationPrice.Linear(PositionSide.Long, 100, 0, 10, Table),
        () => LiquidationPrice.Linear(PositionSide.Long, 100, double.NaN, 10, Table),
        () => LiquidationPrice.Inverse(PositionSide.Long, 0, 100, 10, 0.004),
        () => LiquidationPrice.Inverse(PositionSide.Long, 1, 100, 10, 0.004, extraMargin: -1),
        () => LiquidationPrice.Inverse(PositionSide.Long, 1, 100, 10, 0.004, maintenanceDeduction: double.NaN),
        () => LiquidationPrice.Inverse(PositionSide.Long, 1, 100, 10, 0.004, feeRate: 0.2),
        () => LiquidationPrice.Hyperliquid(PositionSide.Long, 0, 1, 1, 40),
        () => LiquidationPrice.Hyperliquid(PositionSide.Long, 1, 0, 1, 40),
        () => LiquidationPrice.Hyperliquid(PositionSide.Long, 1, 1, -1, 40),
        () => LiquidationPrice.Hyperliquid(PositionSide.Long, 1, 1, 1, 0.5),
        () => LiquidationPrice.Okx(PositionSide.Long, 100, 10, -0.01, 0.02),
        () => LiquidationPrice.Okx(PositionSide.Long, 100, 10, 0.005, 0.2),
        () => LiquidationPrice.General(PositionSide.Long, 0, 1, 1, 0.1),
        () => LiquidationPrice.General(PositionSide.Long, 1, 0, 1, 0.1),
        () => LiquidationPrice.General(PositionSide.Long, 1, 1, -1, 0.1),
        () => LiquidationPrice.General(PositionSide.Long, 1, 1, 1, 1),
        () => LiquidationPrice.General((PositionSide)7, 1, 1, 1, 0.1),
        () => LiquidationPrice.Bankruptcy(PositionSide.Long, 100, 0.5),
        () => LiquidationPrice.BankruptcyInverse(PositionSide.Long, -1, 10),
    };

    [Theory]
    [MemberData(nameof(RefusedCalls), DisableDiscoveryEnumeration = true)]
    public void AnyForm_InadmissibleInput_IsRefused(Action call)
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(call);
        Assert.False(string.IsNullOrEmpty(error.ParamName));
    }

    /// <summary>The definition: each slice of the notional pays the rate of the bracket it lies in.</summary>
    private static double SlowMaintenance(double notional)
    {
        double sum = 0;
        double floor = 0;
        for (int i = 0; i < Table.Count && floor < notional; i++)
        {
            double slice = Math.Min(notional, Table[i].NotionalCap) - floor;
            sum += slice * Table[i].MaintenanceMarginRate;
            floor = Table[i].NotionalCap;
        }

        return sum;
    }
}
