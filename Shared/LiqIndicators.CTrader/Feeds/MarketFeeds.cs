using cAlgo.API;
using cAlgo.API.Internals;
using LiqIndicators.MarketData.Feeds;
using LiqIndicators.Sessions.Feeds;
using LiqIndicators.Sessions.Feeds.Cache;
using LiqIndicators.Sessions.Feeds.Opening;
using LiqIndicators.Sessions.Feeds.Symbols;

namespace LiqIndicators.CTrader.Feeds;

/// <summary>Opens and drives the market feeds of one algo, indicator or robot; all of them share its network and its timer.</summary>
/// <remarks>
/// <para>How to use it: make one per algo in <c>Initialize</c> or <c>OnStart</c>, call <see cref="Open"/> once per symbol, let the algo's one
/// timer call <see cref="Pump"/> about once a second (<see cref="PumpTime"/>), read the feeds with <c>TryTake(Server.TimeInUtc, ...)</c> after it
/// (through a session), and call <see cref="Stop"/> in <c>OnDestroy</c> or <c>OnStop</c>, which also writes the cache.</para>
/// <para>Nothing here blocks, starts a thread or starts the timer, and <see cref="Pump"/> may be called more often than needed.
/// A feed that cannot be opened is no error: it hands out nothing, and <c>StatusAt(...).Notice</c> says why.</para>
/// </remarks>
public sealed class MarketFeeds
{
    /// <summary>How often to call <see cref="Pump"/>.</summary>
    public static readonly TimeSpan PumpTime = TimeSpan.FromSeconds(1);

    // What was handed out changes by a bar in five minutes, and is written whole.
    private static readonly TimeSpan TapeTime = TimeSpan.FromHours(1);

    private readonly Algo _algo;
    private readonly FeedInputs _inputs;
    private readonly LiveFeedOptions _options;
    private readonly FeedPorts _ports;
    private readonly ChartHttp _http;
    private readonly List<(string Symbol, LiveMarketFeed Live, BarTape Tape)> _live = [];
    private DateTime _savedUtc;

    /// <summary>Opens nothing yet.</summary>
    /// <param name="algo">The algo whose network, storage and clock are used.</param>
    /// <param name="inputs">What its user set.</param>
    /// <param name="mostSymbols">Most symbols that will be opened; at least 1. They share what one chart may ask of a venue.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="mostSymbols"/> is below 1.</exception>
    public MarketFeeds(Algo algo, FeedInputs inputs, int mostSymbols = 1)
    {
        ArgumentNullException.ThrowIfNull(algo);
        ArgumentNullException.ThrowIfNull(inputs);
        if (mostSymbols < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(mostSymbols), mostSymbols, $"mostSymbols is {mostSymbols}; expected at least 1.");
        }

        _algo = algo;
        _inputs = inputs;
        _options = LiveFeedOptions.ForOneOf(mostSymbols, algo.InstanceId);
        _http = new ChartHttp(algo.Http);
        _ports = new FeedPorts(_http, new ChartStreams(), new BoundedBlobs(new ChartBlobs(algo.LocalStorage, Tell)), new ChartClock(algo), Tell);
    }

    /// <summary>Whether any feed is live, so that <see cref="Pump"/> has something to do.</summary>
    public bool IsLive => _live.Count > 0;

    /// <summary>Whether levels are to be moved to the broker's price.</summary>
    internal bool ShiftsLevels => _inputs.PriceShift == PriceShift.Automatic;

    /// <summary>Opens the market behind a symbol of the broker; to be called once per symbol.</summary>
    /// <param name="symbolName">The broker's name.</param>
    /// <returns>A recording where the host provides one, the live market, or a feed that hands out nothing and says why.</returns>
    public IMarketFeed Open(string symbolName)
    {
        if (MarketFeedSource.Recorded(symbolName) is { } recorded)
        {
            return recorded;
        }

        if (_algo.IsBacktesting && BarTape.Load(_ports.Blobs, symbolName, ChartTime.NowUtc(_algo), Tell) is { } tape)
        {
            return tape;
        }

        string refusal = LiveRules.Refusal(_algo.IsBacktesting, _algo.Application.EnvironmentType == EnvironmentType.Cloud);
        if (refusal.Length > 0)
        {
            return Refuse(symbolName, refusal);
        }

        Symbol symbol = symbolName == _algo.SymbolName ? _algo.Symbol : _algo.Symbols.GetSymbol(symbolName);
        FeedPlan plan = FeedPlan.Make(_inputs, new BrokerSymbol(symbolName, symbol?.BaseAsset?.Name ?? "", symbol?.QuoteAsset?.Name ?? ""));
        if (!plan.IsPossible)
        {
            return Refuse(symbolName, plan.Explanation);
        }

        Tell(plan.Explanation);
        LiveMarketFeed feed = new(_options, plan.Sources, _ports);
        BarTape kept = new(feed, _options.HistoryBars, _options.Grace);
        _live.Add((symbolName, feed, kept));
        return kept;
    }

    /// <summary>Does what is due for all feeds; to be called about once a second.</summary>
    public void Pump()
    {
        foreach ((string _, LiveMarketFeed live, BarTape _) in _live)
        {
            live.Pump();
        }

        if (IsLive && (_ports.Clock.NowUtc - _savedUtc).Duration() >= TapeTime)
        {
            SaveTapes();
        }
    }

    /// <summary>Writes the cache, closes the streams and asks for nothing more.</summary>
    public void Stop()
    {
        foreach ((string _, LiveMarketFeed live, BarTape _) in _live)
        {
            live.Stop();
        }

        SaveTapes();
        _http.Stop();
    }

    private void SaveTapes()
    {
        _savedUtc = _ports.Clock.NowUtc;
        foreach ((string symbol, LiveMarketFeed live, BarTape tape) in _live)
        {
            if (live.IsComplete)
            {
                tape.Save(_ports.Blobs, symbol);
            }
        }
    }

    private RecordedFeed Refuse(string symbolName, string reason)
    {
        Tell($"{symbolName}: {reason}");
        return new RecordedFeed("no data", [], _options.BarLength, reason);
    }

    // As one object: what the platform's other overload makes of braces in a text is not documented.
    private void Tell(string text) => _algo.Print((object)text);
}
