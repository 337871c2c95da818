using cAlgo.API;
using cAlgo.API.Hosting;
using cAlgo.API.Internals;
using LiqIndicators.Terminal.Brokerage;
using LiqIndicators.Terminal.Platform;
using LiqIndicators.Terminal.Runtime;
using LiqIndicators.Terminal.Series;
using LiqIndicators.Terminal.Trading;

namespace LiqIndicators.Terminal;

/// <summary>
/// A small cTrader without a window: it plays recorded bars on a virtual clock and runs indicators and robots on them
/// as the platform would. Same recording, same options, same calls: same results.
/// </summary>
/// <remarks>
/// <para>Add symbols, open charts, attach algos, then let time run with <see cref="RunTo"/>, <see cref="RunAll"/>
/// or single prices with <see cref="Tick"/>. Everything happens on the thread that made the terminal.</para>
/// <para>What an algo throws is kept in <see cref="Errors"/> and the algo goes on, as on the platform.</para>
/// </remarks>
public sealed class HeadlessTerminal
{
    private readonly TerminalCore _core;
    private readonly PriceFeed _feed;
    private int _instances;

    /// <summary>Makes a terminal with default options.</summary>
    public HeadlessTerminal()
        : this(new TerminalOptions())
    {
    }

    /// <summary>Makes a terminal.</summary>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public HeadlessTerminal(TerminalOptions options)
    {
        _core = new TerminalCore(options);
        _feed = new PriceFeed(_core);
    }

    /// <summary>Virtual time; UTC.</summary>
    public DateTime NowUtc => _core.NowUtc;

    /// <summary>What algos threw, in order.</summary>
    public IReadOnlyList<AlgoError> Errors => _core.Errors;

    /// <summary>What algos printed and what the platform logged, in order.</summary>
    public IReadOnlyList<LogLine> Log => _core.Log;

    /// <summary>Sounds, e-mails and pop-ups that algos asked for, and whether the environment delivered them.</summary>
    public IReadOnlyList<SentNotification> Notifications => _core.Notifications.Sent;

    /// <summary>The trading account.</summary>
    public IAccount Account => _core.Desk.Account;

    /// <summary>Positions of the account.</summary>
    public Positions Positions => _core.Desk.Positions;

    /// <summary>Pending orders of the account.</summary>
    public PendingOrders PendingOrders => _core.Desk.PendingOrders;

    /// <summary>The account at the broker: the truth behind what algos see, and the hand that trades beside them.</summary>
    public Broker Broker => _core.Broker;

    /// <summary>What algos asked the broker for, in order.</summary>
    public IReadOnlyList<TradeRequest> Requests => _core.Desk.Requests;

    /// <summary>Open charts.</summary>
    public IReadOnlyList<TerminalChart> Charts => _core.Charts;

    internal TerminalCore Core => _core;

    /// <summary>Adds a symbol and its recording.</summary>
    /// <param name="specification">What the broker says about the symbol.</param>
    /// <param name="recording">Bars in the order of time; may be empty, then only <see cref="Tick"/> moves the price.</param>
    /// <param name="interval">Length of a recorded bar; null for the least distance between two of them.</param>
    /// <returns>The symbol as algos see it.</returns>
    /// <exception cref="ArgumentException">The symbol exists, or a bar is out of order or impossible.</exception>
    public Symbol AddSymbol(
        SymbolSpecification specification, IReadOnlyList<RecordedBar> recording, TimeSpan? interval = null)
    {
        _core.CheckThread();
        TerminalSymbol symbol = _core.Symbols.Add(
            specification, new Recording(specification.Name, recording, interval ?? LeastDistance(recording)));
        _feed.Play(symbol);
        return symbol;
    }

    /// <summary>Opens a chart.</summary>
    /// <exception cref="ArgumentException">There is no such symbol.</exception>
    /// <exception cref="NotSupportedException">The recording is too coarse, or the kind of bar is not built here.</exception>
    public TerminalChart OpenChart(string symbolName, TimeFrame timeFrame)
    {
        _core.CheckThread();
        TerminalChart chart = new(_core, _core.GetBars(timeFrame, symbolName));
        _core.Charts.Add(chart);
        return chart;
    }

    /// <summary>Attaches an algo: makes an instance, initialises it and lets an indicator calculate the history.</summary>
    /// <param name="chart">Where to.</param>
    /// <param name="parameters">Values by name of the parameter or of its property; the others take their defaults.</param>
    /// <param name="instanceId">Names this use of the algo; null for a new name. Storage hangs on it.</param>
    public RunningAlgo<TAlgo> Attach<TAlgo>(
        TerminalChart chart, IReadOnlyDictionary<string, object?>? parameters = null, string? instanceId = null)
        where TAlgo : Algo
    {
        RunningAlgo<TAlgo> algo = new(chart, Checked(typeof(TAlgo), parameters), instanceId ?? NextInstanceId());
        chart.Add(algo);
        return algo;
    }

    /// <summary>Attaches an algo whose type is only known at run time.</summary>
    /// <param name="chart">Where to.</param>
    /// <param name="algoType">A type that derives from <see cref="Indicator"/> or <see cref="Robot"/>.</param>
    /// <param name="parameters">Values by name of the parameter or of its property; the others take their defaults.</param>
    /// <param name="instanceId">Names this use of the algo; null for a new name. Storage hangs on it.</param>
    /// <exception cref="ArgumentException">The type is no algo.</exception>
    public RunningAlgo Attach(
        TerminalChart chart,
        Type algoType,
        IReadOnlyDictionary<string, object?>? parameters = null,
        string? instanceId = null)
    {
        if (!algoType.IsAssignableTo(typeof(Algo)))
        {
            throw new ArgumentException($"{algoType.Name} is neither an Indicator nor a Robot.", nameof(algoType));
        }

        RunningAlgo algo = new(chart, algoType, Checked(algoType, parameters), instanceId ?? NextInstanceId());
        chart.Add(algo);
        return algo;
    }

    /// <summary>Lets time run: prices, timers, answers and posted calls, in the order of their time.</summary>
    /// <param name="timeUtc">Where the clock stands afterwards; UTC, not before <see cref="NowUtc"/>.</param>
    public void RunTo(DateTime timeUtc)
    {
        _core.CheckThread();
        if (timeUtc.Kind != DateTimeKind.Utc || timeUtc < NowUtc)
        {
            throw new ArgumentOutOfRangeException(
                nameof(timeUtc), timeUtc, $"timeUtc is {timeUtc:O} ({timeUtc.Kind}); expected a UTC time from {NowUtc:O} on.");
        }

        _core.Dispatcher.RunTo(timeUtc);
    }

    /// <summary>Lets time run to the end of the longest recording.</summary>
    public void RunAll()
    {
        DateTime end = _core.Symbols.EndUtc;
        RunTo(end > NowUtc ? end : NowUtc);
    }

    /// <summary>Runs what is due now: posted calls and answers without delay. The clock stands still.</summary>
    public void RunPosted() => RunTo(NowUtc);

    /// <summary>Lets time run to the given moment, then gives the symbol a price that is not in its recording.</summary>
    /// <param name="symbolName">Name of the symbol.</param>
    /// <param name="timeUtc">When; UTC, not before <see cref="NowUtc"/>.</param>
    /// <param name="bid">Bid; quote currency per base unit; &gt; 0.</param>
    /// <param name="ask">Ask; null for the bid plus the symbol's spread.</param>
    public void Tick(string symbolName, DateTime timeUtc, double bid, double? ask = null)
    {
        RunTo(timeUtc);
        TerminalSymbol symbol = _core.Symbols.Find(symbolName);
        if (!(bid > 0 && bid <= double.MaxValue))
        {
            throw new ArgumentOutOfRangeException(nameof(bid), bid, $"bid is {bid}; expected a finite number > 0.");
        }

        RecordedTick tick = new(timeUtc, bid, 1);
        symbol.KeepManual(tick);
        _feed.Process(symbol, tick, ask ?? bid + symbol.Specification.Spread);
        RunPosted();
    }

    /// <summary>Opens a position by hand, as a user would beside the algos; at the ask for a buy, at the bid for a sell.</summary>
    /// <returns>The broker's answer.</returns>
    public TradeResult OpenPosition(TradeType tradeType, string symbolName, double volumeInUnits, string? label = null) =>
        _core.Desk.ByHand(new OpenPositionCommand(tradeType, symbolName, volumeInUnits, label, null, null, null, false, null));

    /// <summary>Closes a position by hand, in part or whole.</summary>
    /// <returns>The broker's answer.</returns>
    public TradeResult ClosePosition(int positionId, double? volumeInUnits = null) =>
        _core.Desk.ByHand(new ClosePositionCommand(Positions.FindById(positionId), volumeInUnits));

    /// <summary>Places a pending order by hand.</summary>
    /// <returns>The broker's answer.</returns>
    /// <exception cref="ArgumentException">There is no such symbol.</exception>
    public TradeResult PlaceOrder(
        TradeType tradeType, string symbolName, double volumeInUnits, PendingOrderType orderType, double targetPrice, string? label = null)
    {
        _core.CheckThread();
        return _core.Desk.Result(_core.Broker.Place(
            tradeType, _core.Symbols.Find(symbolName).Listed, volumeInUnits, orderType, targetPrice, label));
    }

    /// <summary>Cancels a pending order by hand.</summary>
    /// <returns>The broker's answer.</returns>
    public TradeResult CancelOrder(int orderId) => _core.Desk.ByHand(new CancelOrderCommand(PendingOrders.FindById(orderId)));

    /// <summary>Plans the fate of the next request of an algo; call again for the one after it.</summary>
    public void PlanNextTrade(OrderFate fate)
    {
        _core.CheckThread();
        _core.Desk.Plan(fate);
    }

    /// <summary>Lets the next request of an algo fail; call again for the one after it.</summary>
    /// <param name="error">The error told to the algo.</param>
    /// <param name="isCarriedOut">Whether the request takes effect all the same, as after a timeout.</param>
    public void FailNextTrade(ErrorCode error, bool isCarriedOut = false) =>
        PlanNextTrade(OrderFate.Refused(error) with { FillShare = isCarriedOut ? 1 : 0 });

    /// <summary>Switches the theme of the application.</summary>
    public void ChangeColorTheme(ColorTheme theme)
    {
        _core.CheckThread();
        _core.Application.Change(theme);
        foreach (TerminalChart chart in _core.Charts)
        {
            chart.Recording.ChangeTheme(theme);
        }
    }

    /// <summary>Breaks or restores the connection to the broker.</summary>
    public void ChangeConnection(bool isConnected)
    {
        _core.CheckThread();
        _core.Server.Change(isConnected);
    }

    private static TimeSpan LeastDistance(IReadOnlyList<RecordedBar> bars)
    {
        TimeSpan least = TimeSpan.MaxValue;
        for (int i = 1; i < bars.Count; i++)
        {
            TimeSpan distance = bars[i].TimeUtc - bars[i - 1].TimeUtc;
            least = distance < least ? distance : least;
        }

        return least == TimeSpan.MaxValue ? TimeSpan.FromMinutes(1) : least;
    }

    private IReadOnlyDictionary<string, object?> Checked(
        Type algoType, IReadOnlyDictionary<string, object?>? parameters)
    {
        _core.CheckThread();
        foreach ((string name, object? value) in parameters ?? new Dictionary<string, object?>())
        {
            ParameterBinder.Check(algoType, name, value);
        }

        return parameters ?? new Dictionary<string, object?>();
    }

    private string NextInstanceId() => string.Create(
        System.Globalization.CultureInfo.InvariantCulture, $"instance-{++_instances}");
}
