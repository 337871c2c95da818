using LiqIndicators.Analytics.Market;
using LiqIndicators.MarketData.Feeds;

namespace LiqIndicators.Workbench.Live;

/// <summary>Hands the bars of one feed to several sessions, each at its own pace. Bars that all have taken are forgotten.</summary>
internal sealed class FeedFan(IMarketFeed source)
{
    private readonly List<(MarketBar Bar, VenueBar[] Venues)> _bars = [];
    private readonly List<Branch> _branches = [];
    private int _generation = source.Generation;
    private int _forgotten;

    /// <summary>Bars held for sessions that have not taken them yet, and the one that was taken last.</summary>
    internal int Held => _bars.Count;

    /// <summary>A feed of the same bars; all are to be made before the first bar is taken.</summary>
    internal IMarketFeed Reader()
    {
        Branch branch = new(this);
        _branches.Add(branch);
        return branch;
    }

    private void Pull(DateTime asOfUtc)
    {
        while (source.TryTake(asOfUtc, out MarketBar bar))
        {
            if (source.Generation != _generation)
            {
                _generation = source.Generation;
                _bars.Clear();
                _forgotten = 0;
            }

            _bars.Add((bar, source.Venues.ToArray()));
        }
    }

    // The bar that a session took last still tells its venues.
    private void Forget()
    {
        int taken = _branches.Min(branch => branch.Generation == _generation ? branch.Taken : 0);
        int count = taken - 1 - _forgotten;
        if (count > 0)
        {
            _bars.RemoveRange(0, count);
            _forgotten += count;
        }
    }

    private (MarketBar Bar, VenueBar[] Venues) At(int number) => _bars[number - _forgotten];

    private int Count => _forgotten + _bars.Count;

    private sealed class Branch(FeedFan fan) : IMarketFeed
    {
        /// <summary>How many bars of the generation it has taken.</summary>
        internal int Taken { get; private set; }

        public int Generation { get; private set; } = fan._generation;

        // A feed that has started again shows nothing until its first bar is taken.
        public ReadOnlySpan<VenueBar> Venues => Taken > 0 && Generation == fan._generation ? fan.At(Taken - 1).Venues : default;

        public MarginTerms? TermsOf(string venue) => fan.TermsOf(venue);

        public BookDepth? BookNow() => fan.BookNow();

        public bool TryTake(DateTime asOfUtc, out MarketBar bar)
        {
            fan.Pull(asOfUtc);
            if (Generation != fan._generation)
            {
                Generation = fan._generation;
                Taken = 0;
            }

            bool isThere = Taken < fan.Count && fan.At(Taken).Bar.TimeUtc + StatusAt(asOfUtc).BarLength <= asOfUtc;
            bar = isThere ? fan.At(Taken++).Bar : default;
            if (!isThere)
            {
                fan.Forget();
            }

            return isThere;
        }

        public FeedStatus StatusAt(DateTime asOfUtc) => fan.StatusAt(asOfUtc);
    }

    private MarginTerms? TermsOf(string venue) => source.TermsOf(venue);

    private BookDepth? BookNow() => source.BookNow();

    private FeedStatus StatusAt(DateTime asOfUtc) => source.StatusAt(asOfUtc);
}
