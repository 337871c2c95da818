using LiqIndicators.Analytics.Guarding;
using LiqIndicators.Analytics.Market;
using LiqIndicators.CTrader.Guarding;
using LiqIndicators.MarketData.Feeds;

namespace LiqIndicators.Guard.Tests;

/// <summary>From the market's bars to the risks that the ladder reads.</summary>
public sealed class MarketRisksTests
{
    private static readonly TimeSpan Bar = TimeSpan.FromHours(1);
    private static readonly DateTime FirstUtc = new(2026, 2, 1, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Read_BeforeTheFirstBar_HasNoRisk()
    {
        MarketRisks risks = new(_ => Feed(720), 4);
        risks.Advance(FirstUtc);

        Assert.Empty(Read(risks, "BTCUSD"));
    }

    // The last bar published by 00:40 closed at midnight: that is the age of the risk, whatever the timer does.
    [Fact]
    public void Read_BetweenBars_IsAsOldAsTheLastOnePublished()
    {
        MarketRisks risks = new(_ => Feed(720), 4);
        Read(risks, "BTCUSD");
        CatchUp(risks, FirstUtc.AddDays(29).AddMinutes(40));
        IReadOnlyList<CascadeRisk> read = Read(risks, "BTCUSD");

        Assert.Equal([PositionSide.Long, PositionSide.Short], read.Select(risk => risk.Side));
        Assert.All(read, risk => Assert.Equal(FirstUtc.AddDays(29), risk.AsOfUtc));
        Assert.All(read, risk => Assert.InRange(risk.RiskPct, 0, 100));
        Assert.True(risks.Advance(FirstUtc.AddDays(29).AddMinutes(60)));
        Assert.False(risks.Advance(FirstUtc.AddDays(29).AddMinutes(61)));
    }

    [Fact]
    public void Read_AfterTheLastBar_LosesItsQuality()
    {
        MarketRisks risks = new(_ => Feed(720), 4);
        Read(risks, "BTCUSD");
        CatchUp(risks, FirstUtc + (720 * Bar));
        double fresh = Read(risks, "BTCUSD")[0].Quality;
        risks.Advance(FirstUtc + (720 * Bar) + (3 * Bar));

        Assert.True(fresh > 0);
        Assert.Equal(0, Read(risks, "BTCUSD")[0].Quality);
    }

    /// <summary>A long history is no reason to stand still: it comes in by portions, and until then there is no risk of today.</summary>
    [Fact]
    public void Advance_LongHistory_TakesItInPortions()
    {
        MarketRisks risks = new(_ => Feed(720), 4);
        Read(risks, "BTCUSD");
        int portions = 0;
        while (risks.Advance(FirstUtc.AddDays(30)))
        {
            portions++;
            Assert.Equal(portions == 3, Read(risks, "BTCUSD").Exists(risk => risk.AsOfUtc == FirstUtc.AddDays(30)));
        }

        Assert.Equal(3, portions);
    }

    [Fact]
    public void Read_MoreSymbolsThanAreFollowed_LeavesTheRestWithoutRisk()
    {
        List<string> opened = [];
        MarketRisks risks = new(
            symbol =>
            {
                opened.Add(symbol);
                return Feed(720);
            },
            1);
        Read(risks, "BTCUSD", "ETHUSD");
        CatchUp(risks, FirstUtc.AddDays(29));

        Assert.Equal(["BTCUSD", "BTCUSD"], Read(risks, "BTCUSD", "ETHUSD").Select(risk => risk.Symbol));
        Read(risks, "BTCUSD", "ETHUSD");
        Assert.Equal(["BTCUSD"], opened);
    }

    private static void CatchUp(MarketRisks risks, DateTime asOfUtc)
    {
        while (risks.Advance(asOfUtc))
        {
        }
    }

    private static List<CascadeRisk> Read(MarketRisks risks, params string[] symbols)
    {
        GuardSnapshot snapshot = new();
        foreach (string symbol in symbols)
        {
            snapshot.Symbols.Add(new SymbolState(symbol, 0.01, 0.01, 100, 100, 100, 1, 1, [], 2, 0, true));
        }

        risks.Read(snapshot);
        return snapshot.Risks;
    }

    private static RecordedFeed Feed(int count) => new(
        "made up",
        [
            .. Enumerable.Range(0, count).Select(i =>
            {
                double close = 100 + Math.Sin(i / 10.0);
                return new MarketBar(FirstUtc + (i * Bar), close, close + 0.2, close - 0.2, close, 50, 10_000 + i, 0.0001, 8, 0, 0);
            }),
        ],
        Bar);
}
