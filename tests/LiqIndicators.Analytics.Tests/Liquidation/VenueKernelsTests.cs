using LiqIndicators.Analytics.Liquidation;
using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Tests.Liquidation;

public sealed class VenueKernelsTests
{
    // From the published formulas: 10x under 0.4% is 90.36145 / 109.56175 at an entry of 100.
    private static readonly LeverageKernel Ten = LeverageKernels.Tiers(
        "ten", "1", "any", [new LeverageShare(10, 1)], MarginTiers.Flat(0.004, 125), assumedNotional: 1);

    [Fact]
    public void On_BinanceBrackets_IsTheBracketOfTheAssumedNotional()
    {
        // 10x, 1,000,000 at entry: 900,000 or so at liquidation lies in the bracket of 0.65% and 950 deducted
        // (50,000 x 0.1% + 600,000 x 0.15%); 1,094,000 of a short as well.
        VenueTerms terms = new("Binance", ContractForm.Linear, MarginTierTables.BinanceBtc2024, 1_000_000);
        LeverageKernel kernel = VenueKernels.On(Ten, terms);

        Assert.Equal((0.9 - 0.00095) / (1 - 0.0065), Math.Exp(kernel.Points(PositionSide.Long)[0].LogDistance), tolerance: 1e-9);
        Assert.Equal((1.1 + 0.00095) / (1 + 0.0065), Math.Exp(kernel.Points(PositionSide.Short)[0].LogDistance), tolerance: 1e-9);
        Assert.Equal("Binance", kernel.Venue);
    }

    [Fact]
    public void On_InverseContract_IsTheInverseFormula()
    {
        // Published example of an inverse contract: entry 50,000, 10x, 0.5%: 45,681.8182 and 55,277.7778.
        VenueTerms terms = new("BitMEX", ContractForm.Inverse, MarginTierTables.BitMexXbtLowest, 100_000);
        LeverageKernel kernel = VenueKernels.On(Ten, terms);

        Assert.Equal(45_681.8182, 50_000 * Math.Exp(kernel.Points(PositionSide.Long)[0].LogDistance), tolerance: 1e-4);
        Assert.Equal(55_277.7778, 50_000 * Math.Exp(kernel.Points(PositionSide.Short)[0].LogDistance), tolerance: 1e-4);
    }

    [Fact]
    public void On_InverseContractWithBrackets_TakesTheDeductionOff()
    {
        // 100,000 at entry: 1% less 50,000 x 0.6%, which is 0.3% of the entry's coins.
        MarginTiers tiers = new("two brackets", [new(50_000, 0.004, 100), new(200_000, 0.01, 50)]);
        LeverageKernel kernel = VenueKernels.On(Ten, new VenueTerms("Bybit", ContractForm.Inverse, tiers, 100_000));

        Assert.Equal(1.01 / 1.103, Math.Exp(kernel.Points(PositionSide.Long)[0].LogDistance), tolerance: 1e-9);
        Assert.Equal(0.99 / 0.897, Math.Exp(kernel.Points(PositionSide.Short)[0].LogDistance), tolerance: 1e-9);
        Assert.Equal("1 on two brackets", kernel.Version);
    }

    [Fact]
    public void On_PositionThatTheNextBracketEndsAtOnce_KeepsItsDistance()
    {
        // 100,000 is the cap: a short grows out of it with the first step of price, and 5% are more than the 2% that 50x puts up.
        LeverageKernel fifty = LeverageKernels.Tiers(
            "fifty", "1", "any", [new LeverageShare(50, 1)], MarginTiers.Flat(0.004, 125), assumedNotional: 1);
        MarginTiers tiers = new("jump", [new(100_000, 0.01, 50), new(200_000, 0.05, 10)], [0, 0]);
        LeverageKernel kernel = VenueKernels.On(fifty, new VenueTerms("BitMEX", ContractForm.Linear, tiers, 100_000));

        Assert.Equal(0.98 / 0.99, Math.Exp(kernel.Points(PositionSide.Long)[0].LogDistance), tolerance: 1e-9);
        Assert.Equal(1.02 / 1.004, Math.Exp(kernel.Points(PositionSide.Short)[0].LogDistance), tolerance: 1e-9);
    }

    [Fact]
    public void On_LeverageTheVenueDoesNotAdmit_BecomesTheLargestItAdmits()
    {
        // Hyperliquid admits 40x and maintains half of the initial margin: a long is liquidated at (1 - 1/40) / (1 - 1/80).
        LeverageKernel hundred = LeverageKernels.Tiers(
            "hundred", "1", "any", [new LeverageShare(100, 1)], MarginTiers.Flat(0.004, 125), assumedNotional: 1);
        VenueTerms terms = new("Hyperliquid", ContractForm.Linear, MarginTierTables.HyperliquidBtc, 100_000);

        LeverageKernel kernel = VenueKernels.On(hundred, terms);

        Assert.Equal(0.975 / 0.9875, Math.Exp(kernel.Points(PositionSide.Long)[0].LogDistance), tolerance: 1e-9);
        Assert.Equal(1.025 / 1.0125, Math.Exp(kernel.Points(PositionSide.Short)[0].LogDistance), tolerance: 1e-9);
    }

    [Fact]
    public void On_ReferenceTerms_ChangesNothingThatIsAdmitted()
    {
        LeverageKernel wide = LeverageKernels.Wide();
        LeverageKernel kernel = VenueKernels.On(
            wide, new VenueTerms("any", ContractForm.Linear, MarginTiers.Flat(VenueKernels.ReferenceRate, 125), 1));
        double nearest = Math.Log(LiquidationPrice.Linear(PositionSide.Long, 1, 125, VenueKernels.ReferenceRate));
        foreach (PositionSide side in new[] { PositionSide.Long, PositionSide.Short })
        {
            Assert.Equal(wide.Unliquidatable(side), kernel.Unliquidatable(side), tolerance: 1e-12);
            for (int i = 0; i < wide.Points(side).Length; i++)
            {
                if (Math.Abs(wide.Points(side)[i].LogDistance) > Math.Abs(nearest))
                {
                    Assert.Equal(wide.Points(side)[i].LogDistance, kernel.Points(side)[i].LogDistance, tolerance: 1e-12);
                    Assert.Equal(wide.Points(side)[i].Weight, kernel.Points(side)[i].Weight, tolerance: 1e-12);
                }
            }
        }
    }
}
