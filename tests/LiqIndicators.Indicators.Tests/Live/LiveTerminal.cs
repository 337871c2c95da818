using cAlgo.API;
using LiqIndicators.FakeExchange.Markets;
using LiqIndicators.MarketData.Venues;
using LiqIndicators.Terminal;
using LiqIndicators.Terminal.Platform;
using LiqIndicators.Terminal.Series;
using LiqIndicators.Terminal.Trading;

namespace LiqIndicators.Indicators.Tests.Live;

/// <summary>A terminal whose broker follows the virtual venues' price, and whose network leads to them.</summary>
internal sealed class LiveTerminal
{
    internal const string Symbol = "BTCUSD";

    internal static readonly DateTime StartUtc = new(2026, 5, 4, 12, 2, 30, DateTimeKind.Utc);

    /// <summary>The two venues with a month of open interest, as the bars of the issue count them.</summary>
    internal static readonly IReadOnlyDictionary<string, object?> TwoVenues = new Dictionary<string, object?> { ["Venues"] = "binance,bybit" };

    internal LiveTerminal(TerminalOptions? options = null, double ratio = 1, TimeSpan? future = null, Func<DateTime, double>? priceOf = null)
    {
        TerminalOptions given = options ?? new TerminalOptions { StartUtc = StartUtc };
        Disk = given.Disk;
        Terminal = new HeadlessTerminal(given with { Http = given.Http ?? Exchange, WebSockets = given.WebSockets ?? Exchange });
        Terminal.AddSymbol(
            new SymbolSpecification { Name = Symbol, Digits = 1 },
            Broker(given.StartUtc, future ?? TimeSpan.FromHours(4), ratio, priceOf),
            FakeMarket.Bar);
    }

    internal TerminalExchange Exchange { get; } = new();

    internal StorageDisk Disk { get; }

    internal HeadlessTerminal Terminal { get; }

    internal TerminalChart Open(TimeFrame? timeFrame = null) => Terminal.OpenChart(Symbol, timeFrame ?? TimeFrame.Hour);

    /// <summary>Lets time pass; streams tell the market's state every few seconds.</summary>
    internal void Run(TimeSpan span, TimeSpan? beat = null)
    {
        DateTime untilUtc = Terminal.NowUtc + span;
        while (Terminal.NowUtc < untilUtc)
        {
            DateTime nextUtc = Terminal.NowUtc + (beat ?? TimeSpan.FromSeconds(2));
            Terminal.RunTo(nextUtc < untilUtc ? nextUtc : untilUtc);
            Exchange.Beat(Terminal.NowUtc);
        }
    }

    /// <summary>Every text that a user can see on a chart and in its windows.</summary>
    internal static string TextOn(TerminalChart chart) => string.Join(
        '\n',
        chart.Recording.FindControls<TextBlock>().Select(block => block.Text)
            .Concat(chart.Recording.Areas.SelectMany(area => area.DrawnObjects).Concat(chart.Recording.DrawnObjects).Select(shape => shape switch
            {
                ChartText text => text.Text,
                ChartStaticText text => text.Text,
                _ => shape.Name,
            })));

    private static RecordedBar[] Broker(DateTime startUtc, TimeSpan future, double ratio, Func<DateTime, double>? priceOf)
    {
        long first = FakeMarket.NumberOf(startUtc.AddDays(-31));
        long last = FakeMarket.NumberOf(startUtc + future);
        return [.. Enumerable.Range(0, (int)(last - first)).Select(i =>
        {
            DateTime timeUtc = FakeMarket.TimeOf(first + i);
            (decimal open, decimal high, decimal low, decimal close, decimal _) = SimulatedVenues.Instance.Candle(VenueId.Binance, first + i);
            double scale = priceOf?.Invoke(timeUtc) ?? ratio;
            return new RecordedBar(timeUtc, scale * (double)open, scale * (double)high, scale * (double)low, scale * (double)close, 4);
        })];
    }
}
