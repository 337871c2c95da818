using LiqIndicators.Analytics.Guarding;
using LiqIndicators.Analytics.Market;
using LiqIndicators.MarketData.Feeds;
using LiqIndicators.Sessions.Cascade;
using LiqIndicators.Sessions.Guarding;

namespace LiqIndicators.CTrader.Guarding;

/// <summary>The cascade risks of the symbols of the account: one market session per symbol, moved on by the timer, read at every step.</summary>
internal sealed class MarketRisks : ICascadeRiskPort
{
    private readonly Func<string, IMarketFeed> _open;
    private readonly int _mostSymbols;
    private readonly List<Followed> _followed = [];
    private DateTime _asOfUtc;

    /// <param name="open">Opens the market behind a symbol of the broker; called once per symbol.</param>
    /// <param name="mostSymbols">Most symbols that are followed; others have no risk, and the policy says so.</param>
    internal MarketRisks(Func<string, IMarketFeed> open, int mostSymbols)
    {
        _open = open;
        _mostSymbols = mostSymbols;
    }

    /// <summary>Takes what was published by a time.</summary>
    /// <returns>Whether anything was.</returns>
    internal bool Advance(DateTime asOfUtc)
    {
        _asOfUtc = asOfUtc;
        bool isNew = false;
        foreach (Followed followed in _followed)
        {
            isNew |= followed.Advance(asOfUtc);
        }

        return isNew;
    }

    /// <inheritdoc/>
    public void Read(GuardSnapshot snapshot)
    {
        for (int i = 0; i < snapshot.Symbols.Count; i++)
        {
            if (Find(snapshot.Symbols[i].Name) is { HasRisk: true } followed)
            {
                snapshot.Risks.Add(followed.Long);
                snapshot.Risks.Add(followed.Short);
            }
        }
    }

    private Followed? Find(string symbol)
    {
        for (int i = 0; i < _followed.Count; i++)
        {
            if (string.Equals(_followed[i].Symbol, symbol, StringComparison.Ordinal))
            {
                return _followed[i];
            }
        }

        if (_followed.Count >= _mostSymbols)
        {
            return null;
        }

        // Listed first: a market that fails to advance must not be opened again at each look.
        Followed followed = new(symbol, _open(symbol));
        _followed.Add(followed);
        followed.Advance(_asOfUtc);
        return followed;
    }

    private sealed class Followed
    {
        // A month of five-minute bars comes in at once; taken in portions, no step of the guard waits for all of it.
        private const int MostBars = 300;

        private readonly IMarketFeed _feed;
        private readonly CascadeSession _session;

        internal Followed(string symbol, IMarketFeed feed)
        {
            Symbol = symbol;
            _feed = feed;
            _session = new CascadeSession(new CascadeOptions { ShowsPath = false }, feed);
        }

        internal string Symbol { get; }

        /// <summary>Whether any bar was ever published: no risk at all is told apart from an old one.</summary>
        internal bool HasRisk { get; private set; }

        internal CascadeRisk Long { get; private set; }

        internal CascadeRisk Short { get; private set; }

        internal bool Advance(DateTime asOfUtc)
        {
            bool isNew = _session.Advance(asOfUtc, MostBars);
            CascadeReadings readings = _session.ReadingsAsOf(asOfUtc);
            FeedQuality quality = _feed.StatusAt(asOfUtc).Quality;
            HasRisk = readings.PublishedUtc > CascadeReadings.None.PublishedUtc;
            Long = CascadeRiskMapping.Of(Symbol, PositionSide.Long, readings, quality);
            Short = CascadeRiskMapping.Of(Symbol, PositionSide.Short, readings, quality);
            return isNew;
        }
    }
}
