using LiqIndicators.Analytics.Liquidation;
using LiqIndicators.Analytics.Market;
using LiqIndicators.Analytics.Scoring.Map;

namespace LiqIndicators.Analytics.Tests.Scoring.Map;

/// <summary>The model written plainly, of which parts are taken out, is the model.</summary>
public sealed class PlainModelTests
{
    [Fact]
    public void WholeModel_OnTheSameCells_EqualsTheMapThatShips()
    {
        MarketBar[] bars = HourlyMarket.Walk(31, 800);
        LiquidationMap shipped = LiquidationModel.CreateMap(TimeSpan.FromHours(1));
        LiquidationMap map = new(shipped.Kernel, shipped.Options with { AnchorPrice = bars[0].Open });
        IMapRule plain = MapRules.Ablations()[0];

        for (int i = 0; i < bars.Length; i++)
        {
            double price = bars[i].Open;
            foreach ((PositionSide side, double low, double high) in new[]
            {
                (PositionSide.Long, bars[i].Low, price),
                (PositionSide.Short, price, bars[i].High),
                (PositionSide.Long, price * 0.7, price * 0.9),
                (PositionSide.Short, price * 1.1, price * 1.3),
            })
            {
                Assert.Equal(plain.QuantityBetween(side, low, high), map.QuantityBetween(side, low, high), tolerance: 1e-6);
            }

            plain.Update(bars[i]);
            map.Update(bars[i]);
        }
    }

    [Fact]
    public void WholeModel_AfterEveryBar_HoldsTheOpenInterestOnBothSides()
    {
        IMapRule plain = MapRules.Ablations()[0];
        foreach (MarketBar bar in HourlyMarket.Walk(32, 300))
        {
            plain.Update(bar);
            foreach (PositionSide side in new[] { PositionSide.Long, PositionSide.Short })
            {
                Assert.Equal(
                    bar.OpenInterestQuantity,
                    plain.QuantityBetween(side, bar.Close / 100, bar.Close * 100),
                    tolerance: 1e-9 * bar.OpenInterestQuantity);
            }
        }
    }

    [Fact]
    public void Parts_TakenOut_DoWhatTheirNamesSay()
    {
        // Two bars: a start without range at 100, then one that falls to 90 and closes at 95 with the same open interest.
        MarketBar first = Bar(0, 100, 100, 100, 100);
        MarketBar second = Bar(1, 100, 100, 90, 95);
        Dictionary<string, IMapRule> rules = MapRules.Ablations().ToDictionary(rule => rule.Name);
        foreach (IMapRule rule in rules.Values)
        {
            rule.Update(first);
        }

        double crossed = rules["no re-striking"].QuantityBetween(PositionSide.Long, 90, 100);
        Assert.InRange(crossed, 1, 999);
        foreach (IMapRule rule in rules.Values)
        {
            rule.Update(second);
        }

        double Sum(string name, PositionSide side) => rules[name].QuantityBetween(side, 1, 10_000);
        const string Whole = "whole model, written plainly";

        // Without consumption nothing has to be replaced, and without re-striking nothing else is.
        Assert.Equal(1000, Sum(Whole, PositionSide.Long), tolerance: 1e-6);
        Assert.Equal(1000 + crossed, Sum("one-sided open interest", PositionSide.Short), tolerance: 1e-6);
        Assert.Equal(1000 - crossed, Sum("one-sided open interest", PositionSide.Long), tolerance: 1e-6);
        Assert.True(
            rules["no consumption"].QuantityBetween(PositionSide.Long, 95, 100) > rules[Whole].QuantityBetween(PositionSide.Long, 95, 100));
        Assert.True(
            rules["no re-striking"].QuantityBetween(PositionSide.Short, 96, 99) < rules[Whole].QuantityBetween(PositionSide.Short, 96, 99));
    }

    private static MarketBar Bar(int hour, double open, double high, double low, double close) => new(
        HourlyMarket.StartUtc.AddHours(hour), open, high, low, close, double.NaN, 1000, double.NaN, double.NaN, 0, 0);
}
