using LiqIndicators.Analytics.Market;
using LiqIndicators.Workbench.Scoring.Guard;

namespace LiqIndicators.Workbench.Tests.Scoring.Guard;

/// <summary>Episodes worked by hand: leverage 50, stop-out at 50%, quiet costs of 1 bp half spread, 0.5 bp slippage, 2 bp commission.</summary>
public sealed class EpisodeAccountTests
{
    private static readonly DateTime Start = new(2026, 1, 5, 0, 0, 0, DateTimeKind.Utc);

    // One BTC bought at 100,000 x 1.0001 x 1.00005, commission 2 bp of that.
    [Fact]
    public void Open_OneBitcoin_PaysSpreadSlippageAndCommission()
    {
        EpisodeAccount account = Opened(10_000, leverage: 10, PositionSide.Long);

        double fill = 100_000 * 1.0001 * 1.00005;
        Assert.Equal(1, account.Volume, tolerance: 1e-12);
        Assert.Equal(10_000 + (100_000 * 0.9999) - fill - (0.0002 * fill), account.Equity, tolerance: 1e-6);
    }

    // Sold 0.4 at 100,000 x 0.9999 x 0.99995: 14.9995 below the middle per unit, and 2 bp of 39,994.0002.
    [Fact]
    public void Cut_PartOfAPosition_CostsHalfSpreadSlippageAndCommission()
    {
        EpisodeAccount account = Opened(10_000, leverage: 10, PositionSide.Long);

        Assert.True(account.Cut(account.Positions[0], 0.4).IsSuccessful);
        EpisodeOutcome outcome = account.End(account.Equity);

        Assert.Equal(((0.4 * 14.9995) + (0.0002 * 39_994.0002)) / 10_000, outcome.Cost, tolerance: 1e-9);
        Assert.Equal(0.4 * 100_000 / 10_000, outcome.Turnover, tolerance: 1e-9);
        Assert.Equal(1, outcome.Cuts);
    }

    // Equity 10,000 - (100,000 - P), margin P / 50: the level is 50% at 0.99 P = 90,000, P = 90,909, costs aside.
    [Theory]
    [InlineData(91_050, false)]
    [InlineData(90_800, true)]
    public void Quote_LongAroundItsStopOutPrice_IsStoppedOutBelowOnly(double price, bool expected)
    {
        EpisodeAccount account = Opened(10_000, leverage: 10, PositionSide.Long);

        account.Quote(Start.AddMinutes(1), price, unrestBps: 0);

        Assert.Equal(expected, account.IsStoppedOut);
    }

    // The same above: 10,000 - (P - 100,000) = 0.01 P gives 108,911.
    [Theory]
    [InlineData(108_750, false)]
    [InlineData(109_050, true)]
    public void Quote_ShortAroundItsStopOutPrice_IsStoppedOutAboveOnly(double price, bool expected)
    {
        EpisodeAccount account = Opened(10_000, leverage: 10, PositionSide.Short);

        account.Quote(Start.AddMinutes(1), price, unrestBps: 0);

        Assert.Equal(expected, account.IsStoppedOut);
    }

    // Without leverage to speak of: 0.1 BTC on 10,000. Up to 110,000, down to 95,000, back to 100,000.
    [Fact]
    public void MaxDrawdown_OfAWayUpAndDown_IsTheFallFromThePeak()
    {
        EpisodeAccount account = Opened(10_000, leverage: 1, PositionSide.Long);
        account.Quote(Start.AddMinutes(1), 110_000, 0);
        account.Quote(Start.AddMinutes(2), 95_000, 0);
        account.Quote(Start.AddMinutes(3), 100_000, 0);

        // 1,500 of 11,000; the costs of the entry lower both by 4 dollars.
        Assert.Equal(1500.0 / 11_000, account.MaxDrawdown, tolerance: 2e-4);
    }

    // 0.5, 0.3 and 0.2 of 1 BTC: 0.6 takes the largest whole and 0.1 of the next.
    [Fact]
    public void CutVolume_MoreThanTheLargestPosition_GoesOnWithTheNext()
    {
        EpisodeAccount account = New(10_000);
        account.Open(new EpisodeEntry(PositionSide.Long, 0, 10_000, 10, [0.5, 0.3, 0.2]));

        account.CutVolume(0.6);

        Assert.Equal([0.5, 0.1], account.Cuts);
        Assert.Equal([0.2, 0.2], account.Positions.Select(position => position.Volume));
    }

    [Fact]
    public void Costs_InUnrest_Grow()
    {
        Assert.Equal(1, TradingCosts.HalfSpreadBps(0));
        Assert.Equal(3, TradingCosts.HalfSpreadBps(20), tolerance: 1e-12);
        Assert.Equal(5.5, TradingCosts.SlippageBps(20), tolerance: 1e-12);
    }

    private static EpisodeAccount New(double equity)
    {
        EpisodeAccount account = new(equity);
        account.Quote(Start, 100_000, unrestBps: 0);
        return account;
    }

    private static EpisodeAccount Opened(double equity, double leverage, PositionSide side)
    {
        EpisodeAccount account = New(equity);
        account.Open(new EpisodeEntry(side, 0, equity, leverage, [1]));
        return account;
    }
}
