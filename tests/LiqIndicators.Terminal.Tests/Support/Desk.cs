using cAlgo.API;
using LiqIndicators.Terminal.Series;
using LiqIndicators.Terminal.Trading;

namespace LiqIndicators.Terminal.Tests.Support;

/// <summary>A terminal with one symbol and one chart of minutes, which is what most tests need.</summary>
internal sealed class Desk
{
    internal const string Symbol = "BTCUSD";

    /// <param name="bars">The recording.</param>
    /// <param name="historyBars">How many bars of it lie before the clock's start; null for all of them.</param>
    /// <param name="options">Options besides the start.</param>
    /// <param name="timeFrame">Time frame of the chart; null for minutes.</param>
    /// <param name="specification">The symbol; null for a plain one.</param>
    internal Desk(
        RecordedBar[] bars,
        int? historyBars = null,
        TerminalOptions? options = null,
        TimeFrame? timeFrame = null,
        SymbolSpecification? specification = null)
    {
        DateTime start = historyBars is { } count && count < bars.Length
            ? bars[count].TimeUtc
            : bars[^1].TimeUtc.AddMinutes(1);
        Terminal = new HeadlessTerminal((options ?? new TerminalOptions()) with { StartUtc = start });
        Terminal.AddSymbol(specification ?? new SymbolSpecification { Name = Symbol }, bars, TimeSpan.FromMinutes(1));
        Chart = Terminal.OpenChart(Symbol, timeFrame ?? TimeFrame.Minute);
    }

    internal HeadlessTerminal Terminal { get; }

    internal TerminalChart Chart { get; }

    internal static Dictionary<string, object?> With(params (string Name, object? Value)[] values) =>
        values.ToDictionary(pair => pair.Name, pair => pair.Value);

    /// <summary>A price a second later than the last one.</summary>
    internal void Tick(double bid) => Terminal.Tick(Symbol, Terminal.NowUtc.AddSeconds(1), bid);

    /// <summary>The first price of the next minute.</summary>
    internal void NextBar(double bid)
    {
        DateTime now = Terminal.NowUtc;
        Terminal.Tick(Symbol, now.AddTicks(TimeSpan.TicksPerMinute - (now.Ticks % TimeSpan.TicksPerMinute)), bid);
    }
}
