using CsCheck;
using LiqIndicators.Analytics.Guarding;
using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Tests.Guarding;

public sealed class MarginArithmeticTests
{
    private static readonly LeverageTier[] FourTiers =
        [new(1_000_000, 500), new(2_000_000, 200), new(3_000_000, 100), new(4_000_000, 50)];

    // By hand, account leverage 400: 1M/400 + 1M/200 + 1M/100 + 0.5M/50, and the last tier goes on above its bound.
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1_000_000, 2_500)]
    [InlineData(3_500_000, 27_500)]
    [InlineData(5_000_000, 57_500)]
    public void TieredMargin_FourTiers_MatchesHandCalculation(double exposureUsd, double expected)
        => Assert.Equal(expected, MarginArithmetic.TieredMargin(exposureUsd, 400, FourTiers), tolerance: 1e-6);

    // Two bitcoin at 96,000 with 1:3 up to 100,000 and 1:1 above: 100,000/3 + 92,000.
    [Fact]
    public void TieredMargin_TwoBitcoins_MatchesHandCalculation()
        => Assert.Equal(
            125_333.3333333,
            MarginArithmetic.TieredMargin(192_000, 100, [new LeverageTier(100_000, 3), new LeverageTier(1e12, 1)]),
            tolerance: 1e-6);

    [Theory]
    [InlineData(MarginCalculation.Sum, 30_000)]
    [InlineData(MarginCalculation.Max, 20_000)]
    [InlineData(MarginCalculation.Net, 10_000)]
    public void SymbolMargin_HedgedBook_FollowsTheAccountsRule(MarginCalculation calculation, double expected)
        => Assert.Equal(expected, MarginArithmetic.SymbolMargin(200_000, 100_000, calculation, 10, []), tolerance: 1e-9);

    [Fact]
    public void SymbolMargin_SumOverTiers_AppliesTiersPerSide()
        => Assert.Equal(
            5_000, MarginArithmetic.SymbolMargin(1_000_000, 1_000_000, MarginCalculation.Sum, 400, FourTiers), tolerance: 1e-9);

    [Fact]
    public void MarginLevelPct_NoMargin_IsNotAvailable()
    {
        Assert.Equal(double.NaN, MarginArithmetic.MarginLevelPct(1_000, 0));
        Assert.Equal(250, MarginArithmetic.MarginLevelPct(1_000, 400), tolerance: 1e-12);
    }

    [Theory]
    [InlineData(0, -5, 0)]
    [InlineData(100, 20, 5)]
    [InlineData(100, 0, double.PositiveInfinity)]
    [InlineData(100, -1, double.PositiveInfinity)]
    public void EffectiveLeverage_AnyEquity_IsExposureOverEquity(double exposure, double equity, double expected)
        => Assert.Equal(expected, MarginArithmetic.EffectiveLeverage(exposure, equity));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-1)]
    public void TieredMargin_BadExposure_NamesIt(double exposure)
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(
            () => MarginArithmetic.TieredMargin(exposure, 10, []));
        Assert.Equal("exposureUsd", error.ParamName);
    }

    // One unit at 10,000, equity 1,000, leverage 20, stop-out 50 %:
    // long 1000 + (P − 10000) = 0.025 P, short 1000 − (P − 10000) = 0.025 P.
    [Theory]
    [InlineData(PositionSide.Long, 1, 0, 9_230.769230769)]
    [InlineData(PositionSide.Short, 0, 1, 10_731.707317073)]
    public void StopOutPrice_SinglePosition_MatchesHandCalculation(
        PositionSide side, double longs, double shorts, double expected)
        => Assert.Equal(
            expected, MarginArithmetic.StopOutPrice(side, Inputs(1_000, longs, shorts, MarginCalculation.Sum)), tolerance: 1e-6);

    // 20 units at 10,000 with 1:20 up to 100,000 and 1:10 above; margin is 2P − 5000 above P = 5000 and P below.
    // 20000 + 20(P − 10000) = (2P − 5000)/2 gives 177500/19; 110000 + 20(P − 10000) = P/2 gives 90000/19.5.
    [Theory]
    [InlineData(20_000, 9_342.105263158)]
    [InlineData(110_000, 4_615.384615385)]
    public void StopOutPrice_AcrossTiers_MatchesHandCalculation(double equity, double expected)
    {
        StopOutInputs inputs = Inputs(equity, 20, 0, MarginCalculation.Sum) with
        {
            Tiers = [new LeverageTier(100_000, 20), new LeverageTier(1e12, 10)],
        };
        Assert.Equal(expected, MarginArithmetic.StopOutPrice(PositionSide.Long, inputs), tolerance: 1e-6);
    }

    [Fact]
    public void StopOutPrice_EvenHedge_OnlyItsMarginCanReachIt()
    {
        Assert.Equal(double.NaN, MarginArithmetic.StopOutPrice(PositionSide.Long, Inputs(1_000, 1, 1, MarginCalculation.Sum)));
        Assert.Equal(double.NaN, MarginArithmetic.StopOutPrice(PositionSide.Short, Inputs(1_000, 1, 1, MarginCalculation.Net)));
        // Sum: 2P/20 of margin against 1,000 of equity at 50 %: P = 20,000.
        Assert.Equal(
            20_000, MarginArithmetic.StopOutPrice(PositionSide.Short, Inputs(1_000, 1, 1, MarginCalculation.Sum)), tolerance: 1e-6);
    }

    [Fact]
    public void StopOutPrice_AlreadyReached_IsThePriceNow()
        => Assert.Equal(10_000, MarginArithmetic.StopOutPrice(PositionSide.Long, Inputs(200, 1, 0, MarginCalculation.Sum)));

    [Fact]
    public void StopOutPrice_AnyBook_LeavesExactlyTheStopOutLevel() => Gen.Select(
        Gen.Double[100, 100_000], Gen.Int[0, 5_000], Gen.Int[0, 5_000], Gen.Enum<MarginCalculation>(), Gen.Bool)
        .Sample((equity, longSteps, shortSteps, calculation, isTiered) =>
        {
            double longs = longSteps / 100.0;
            double shorts = shortSteps / 100.0;
            StopOutInputs inputs = Inputs(equity, longs, shorts, calculation) with
            {
                OtherMargin = 10,
                Tiers = isTiered ? [new LeverageTier(50_000, 20), new LeverageTier(150_000, 10), new LeverageTier(200_000, 5)] : [],
            };
            PositionSide side = longs > shorts ? PositionSide.Long : PositionSide.Short;
            double price = MarginArithmetic.StopOutPrice(side, inputs);
            if (double.IsNaN(price) || price == inputs.Price)
            {
                return;
            }

            double margin = MarginArithmetic.SymbolMargin(
                longs * price, shorts * price, calculation, inputs.AccountLeverage, inputs.Tiers);
            double equityThere = equity + ((longs - shorts) * (price - inputs.Price));
            Assert.Equal(0.5 * (margin + 10), equityThere, tolerance: 1e-6 * (1 + (equity + (longs * 10_000))));
        });

    private static StopOutInputs Inputs(double equity, double longs, double shorts, MarginCalculation calculation) =>
        new(equity, 0, 50, calculation, 20, [], 10_000, longs, shorts, 1, 1);
}
