using LiqIndicators.Analytics.Market;
using LiqIndicators.MarketData.Feeds;

namespace LiqIndicators.Sessions.Feeds;

/// <summary>A feed whose bars are those of another one added up to longer ones, each venue's part too.</summary>
/// <remarks>A longer bar is published when the last of its bars is, and by the rules of <see cref="BarJoiner"/>.</remarks>
public sealed class LongerBarsFeed : IMarketFeed
{
    private readonly IMarketFeed _source;
    private readonly TimeSpan _period;
    private readonly TimeSpan _barLength;
    private BarJoiner _joiner;
    private VenueBar[] _venues = [];
    private int _generation;
    private bool _hasGap;
    private DateTime? _historyStartUtc;
    private DateTime? _lastPublishedUtc;

    /// <summary>Starts before the source's next bar.</summary>
    /// <param name="source">Where the bars come from.</param>
    /// <param name="period">Length of the longer bars; a whole multiple of the source's.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is no multiple of the source's bars.</exception>
    public LongerBarsFeed(IMarketFeed source, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(source);
        _source = source;
        _period = period;
        _barLength = source.StatusAt(DateTime.UnixEpoch).BarLength;
        _joiner = new BarJoiner(_barLength, period);
        _generation = source.Generation;
    }

    /// <inheritdoc/>
    public int Generation => _source.Generation;

    /// <inheritdoc/>
    public ReadOnlySpan<VenueBar> Venues => _lastPublishedUtc is null || _generation != _source.Generation ? default : _venues;

    /// <inheritdoc/>
    public MarginTerms? TermsOf(string venue) => _source.TermsOf(venue);

    /// <inheritdoc/>
    public BookDepth? BookNow() => _source.BookNow();

    /// <inheritdoc/>
    public bool TryTake(DateTime asOfUtc, out MarketBar bar)
    {
        while (_source.TryTake(asOfUtc, out MarketBar part))
        {
            if (_source.Generation != _generation)
            {
                Begin();
            }

            bool isClosed = _joiner.TryAdd(part, out bar);
            AddVenues(_source.Venues, isFirst: _joiner.BarsOfSpan == 1);
            if (isClosed)
            {
                Publish(bar);
                return true;
            }
        }

        bar = default;
        return false;
    }

    /// <inheritdoc/>
    public FeedStatus StatusAt(DateTime asOfUtc)
    {
        FeedStatus status = _source.StatusAt(asOfUtc);
        bool isOfNow = _generation == _source.Generation;
        return status with
        {
            BarLength = _period,
            HistoryBars = status.HistoryBars == int.MaxValue ? int.MaxValue : (int)(status.HistoryBars * (_barLength / _period)) + 1,
            HistoryStartUtc = isOfNow ? _historyStartUtc : null,
            LastPublishedUtc = isOfNow ? _lastPublishedUtc : null,
            Quality = status.Quality | (isOfNow && _hasGap ? FeedQuality.Gap : FeedQuality.Good)
                | (isOfNow && _lastPublishedUtc is not null ? FeedQuality.Good : FeedQuality.Empty),
        };
    }

    private void Begin()
    {
        _generation = _source.Generation;
        _joiner = new BarJoiner(_barLength, _period);
        _hasGap = false;
        _historyStartUtc = null;
        _lastPublishedUtc = null;
    }

    // Parts of a span's venues are no better known than the span itself.
    private void Publish(in MarketBar bar)
    {
        for (int i = 0; i < _venues.Length && !_joiner.IsWhole; i++)
        {
            _venues[i] = _venues[i] with
            {
                VolumeQuantity = double.NaN,
                LiquidatedLongNotional = double.NaN,
                LiquidatedShortNotional = double.NaN,
                LongPrints = double.NaN,
                ShortPrints = double.NaN,
            };
        }

        _hasGap |= _lastPublishedUtc < bar.TimeUtc || !_joiner.IsWhole;
        _historyStartUtc ??= bar.TimeUtc;
        _lastPublishedUtc = bar.TimeUtc + _period;
    }

    private void AddVenues(ReadOnlySpan<VenueBar> parts, bool isFirst)
    {
        if (isFirst || parts.Length != _venues.Length)
        {
            _venues = parts.Length == _venues.Length ? _venues : new VenueBar[parts.Length];
            parts.CopyTo(_venues);
            return;
        }

        for (int i = 0; i < parts.Length; i++)
        {
            _venues[i] = _venues[i].JoinedWith(parts[i]);
        }
    }
}
