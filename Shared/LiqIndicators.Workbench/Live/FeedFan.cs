using LiqIndicators.Analytics.Market;
using LiqIndicators.MarketData.Feeds;

namespace LiqIndicators.Workbench.Live;

/// <summary>Hands the bars of one feed to several sessions, each at its own pace.</summary>
internal sealed class FeedFan(IMarketFeed source)
{
    private readonly List<(MarketBar Bar, VenueBar[] Venues)> _bars = [];
    private int _generation = source.Generation;

    /// <summary>A feed of the same bars, from the first one on.</summary>
    internal IMarketFeed Reader() => new Branch(this);

    private void Pull(DateTime asOfUtc)
    {
        while (source.TryTake(asOfUtc, out MarketBar bar))
        {
            if (source.Generation != _generation)
            {
                _generation = source.Generation;
                _bars.Clear();
            }

            _bars.Add((bar, source.Venues.ToArray()));
        }
    }

    private sealed class Branch(FeedFan fan) : IMarketFeed
    {
        private int _next;

        public int Generation { get; private set; } = fan._generation;

        // A feed that has started again shows nothing until its first bar is taken.
        public ReadOnlySpan<VenueBar> Venues => _next > 0 && Generation == fan._generation ? fan._bars[_next - 1].Venues : default;

        public BookDepth? BookNow() => fan.BookNow();

        public bool TryTake(DateTime asOfUtc, out MarketBar bar)
        {
            fan.Pull(asOfUtc);
            if (Generation != fan._generation)
            {
                Generation = fan._generation;
                _next = 0;
            }

            bool isThere = _next < fan._bars.Count && fan._bars[_next].Bar.TimeUtc + StatusAt(asOfUtc).BarLength <= asOfUtc;
            bar = isThere ? fan._bars[_next++].Bar : default;
            return isThere;
        }

        public FeedStatus StatusAt(DateTime asOfUtc) => fan.StatusAt(asOfUtc);
    }

    private BookDepth? BookNow() => source.BookNow();

    private FeedStatus StatusAt(DateTime asOfUtc) => source.StatusAt(asOfUtc);
}
