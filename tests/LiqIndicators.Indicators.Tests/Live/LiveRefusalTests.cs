using LiqIndicators.Terminal;
using LiqIndicators.Terminal.Platform;

namespace LiqIndicators.Indicators.Tests.Live;

/// <summary>Where live data must not or cannot be read, and inputs that name nothing: one line says why, and nothing is asked.</summary>
public sealed class LiveRefusalTests
{
    public static TheoryData<Type> Indicators =>
        [typeof(LiquidationBands), typeof(FundingPressure), typeof(OpenInterestDivergence), typeof(LiquidationTape), typeof(CascadeRisk)];

    [Theory]
    [MemberData(nameof(Indicators))]
    public void Backtest_WithoutRecordedData_ReadsNothingAndSaysWhy(Type indicator)
    {
        (LiveTerminal live, TerminalChart chart) = Attach(indicator, TerminalEnvironment.Backtest);
        live.Run(TimeSpan.FromHours(2), TimeSpan.FromMinutes(1));

        Assert.Empty(live.Terminal.Errors);
        Assert.Empty(live.Exchange.Calls);
        Assert.Empty(live.Exchange.Connections);
        Assert.Contains("a backtest reads no live data", LiveTerminal.TextOn(chart), StringComparison.Ordinal);
        Assert.Single(live.Terminal.Log, line => line.Text.Contains("a backtest reads no live data", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Indicators))]
    public void Cloud_ReadsNothingAndSaysWhy(Type indicator)
    {
        (LiveTerminal live, TerminalChart chart) = Attach(indicator, TerminalEnvironment.Cloud);
        live.Run(TimeSpan.FromHours(1), TimeSpan.FromMinutes(1));

        Assert.Empty(live.Terminal.Errors);
        Assert.Empty(live.Exchange.Calls);
        Assert.Contains("nothing can be read in cTrader's cloud", LiveTerminal.TextOn(chart), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Venues", "binance, krakn", "\"krakn\" is no venue; expected some of binance, binancecoinm, bybit")]
    [InlineData("Venues", "binance,binance", "\"binance\" is named twice")]
    [InlineData("Venues", "binance, coinglass", "API key: empty; expected a key of coinglass")]
    [InlineData("Instrument", "gold", "set Instrument to what is to be followed")]
    [InlineData("Instrument", "okx:", "is not venue:instrument")]
    [InlineData("Instrument", "hyperliquid:BTC", "names no instrument of a venue in Venues")]
    public void Inputs_ThatNameNothing_AreSaidOnTheCard(string input, string value, string expected)
    {
        LiveTerminal live = new();
        TerminalChart chart = live.Open();
        live.Terminal.Attach<LiquidationBands>(chart, new Dictionary<string, object?> { [input] = value });
        live.Run(TimeSpan.FromSeconds(5));

        Assert.Empty(live.Terminal.Errors);
        Assert.Empty(live.Exchange.Calls);
        Assert.Contains(expected, LiveTerminal.TextOn(chart), StringComparison.Ordinal);
    }

    [Fact]
    public void Host_ThatLetsNothingOutWithoutAWord_IsToldByTheCard()
    {
        LiveTerminal live = new();
        live.Exchange.Fault = _ => HttpReply.Status(403, null);
        TerminalChart chart = live.Open();
        live.Terminal.Attach<LiquidationBands>(chart, LiveTerminal.TwoVenues);
        live.Run(TimeSpan.FromMinutes(2));

        Assert.Contains("lets nothing out", LiveTerminal.TextOn(chart), StringComparison.Ordinal);
        // Four were under way at each when the first answer came.
        Assert.InRange(live.Exchange.Calls.Count, 2, 8);
    }

    private static (LiveTerminal Live, TerminalChart Chart) Attach(Type indicator, TerminalEnvironment environment)
    {
        LiveTerminal live = new(new TerminalOptions { StartUtc = LiveTerminal.StartUtc, Environment = environment });
        TerminalChart chart = live.Open();
        live.Terminal.Attach(chart, indicator);
        return (live, chart);
    }
}
