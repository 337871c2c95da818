using cAlgo.API;
using LiqIndicators.Terminal.Series;
using LiqIndicators.Terminal.Trading;

namespace LiqIndicators.Terminal.Runtime;

/// <summary>Carries one price to everybody, in the platform's order.</summary>
/// <remarks>
/// For each bar that the price opens: <c>BarClosed</c> and <c>OnBarClosed</c> while the new bar is not visible yet, the
/// new bar, then <c>BarOpened</c> and <c>OnBar</c>. Then once: calculations, <c>Bars.Tick</c>, <c>Symbol.Tick</c> and
/// <c>OnTick</c>.
/// </remarks>
internal sealed class PriceFeed
{
    private readonly TerminalCore _core;

    internal PriceFeed(TerminalCore core)
    {
        _core = core;
    }

    /// <summary>Schedules the recording of a symbol from the present on.</summary>
    internal void Play(TerminalSymbol symbol)
    {
        if (symbol.NextTick is { } tick)
        {
            _core.Dispatcher.Schedule(tick.TimeUtc, () =>
            {
                symbol.Advance();
                Process(symbol, tick, tick.Bid + symbol.Specification.Spread);
                Play(symbol);
            });
        }
    }

    internal void Process(TerminalSymbol symbol, RecordedTick tick, double ask)
    {
        symbol.SetQuote(tick.TimeUtc, tick.Bid, ask);
        BarsSeries[] all = _core.BarsOf(symbol);
        bool[] opened = MoveBars(all, tick);
        _core.Desk.OnPrice(symbol);

        foreach (TerminalChart chart in _core.Charts.ToArray())
        {
            chart.OnPrice(symbol);
        }

        for (int i = 0; i < all.Length; i++)
        {
            BarsSeries bars = all[i];
            BarsTickEventArgs arguments = new(bars, opened[i]);
            bars.TickCallbacks.Raise("Bars.Tick", handler => handler(arguments));
        }

        symbol.RaiseTick();
        foreach (RunningAlgo algo in Algos())
        {
            algo.OnTick(symbol);
        }
    }

    private bool[] MoveBars(BarsSeries[] all, RecordedTick tick)
    {
        bool[] opened = new bool[all.Length];
        int[] done = new int[all.Length];
        IReadOnlyList<BarOperation>[] operations = all.Select(bars => bars.Feed(tick)).ToArray();
        List<int> opening = [];
        do
        {
            opening.Clear();
            for (int i = 0; i < all.Length; i++)
            {
                for (; done[i] < operations[i].Count && !operations[i][done[i]].Opens; done[i]++)
                {
                    all[i].Apply(operations[i][done[i]]);
                }

                if (done[i] < operations[i].Count)
                {
                    opening.Add(i);
                    opened[i] = true;
                }
            }

            Open(opening, all, operations, done);
        }
        while (opening.Count > 0);

        return opened;
    }

    private void Open(
        List<int> opening, BarsSeries[] all, IReadOnlyList<BarOperation>[] operations, int[] done)
    {
        foreach (int i in opening)
        {
            if (all[i].Count > 0)
            {
                RaiseClosed(all[i]);
            }
        }

        foreach (int i in opening)
        {
            all[i].Apply(operations[i][done[i]++]);
        }

        foreach (int i in opening)
        {
            RaiseOpened(all[i]);
        }
    }

    private void RaiseClosed(BarsSeries bars)
    {
        BarClosedEventArgs arguments = new(bars);
        bars.BarClosedCallbacks.Raise("Bars.BarClosed", handler => handler(arguments));
        foreach (RunningAlgo algo in Algos())
        {
            algo.OnBarClosed(bars);
        }
    }

    private void RaiseOpened(BarsSeries bars)
    {
        BarOpenedEventArgs arguments = new(bars);
        bars.BarOpenedCallbacks.Raise("Bars.BarOpened", handler => handler(arguments));
        foreach (RunningAlgo algo in Algos())
        {
            algo.OnBarOpened(bars);
        }
    }

    private RunningAlgo[] Algos() => _core.Charts.SelectMany(chart => chart.Algos).ToArray();
}
