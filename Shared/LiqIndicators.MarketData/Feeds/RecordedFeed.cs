using LiqIndicators.Analytics.Market;

namespace LiqIndicators.MarketData.Feeds;

/// <summary>Hands out recorded bars at the times they were published: when they had closed, or as long after it as the recording says.</summary>
public sealed class RecordedFeed : IMarketFeed
{
    private readonly string _source;
    private readonly string _notice;
    private readonly TimeSpan _barLength;
    private readonly IReadOnlyList<MarketBar> _bars;
    private readonly VenueBar[]? _slices;
    private readonly IReadOnlyDictionary<string, MarginTerms>? _terms;
    private readonly IReadOnlyList<double>? _delays;
    private readonly VenueBar[] _market = new VenueBar[1];
    private int _next;
    private DateTime? _historyStartUtc;
    private DateTime? _lastPublishedUtc;
    private FeedQuality _lacks = FeedQuality.NoOpenInterest | FeedQuality.NoLiquidations;
    private FeedQuality _seen;

    /// <summary>Starts at the first recorded bar.</summary>
    /// <param name="source">What to tell the user about where the bars come from.</param>
    /// <param name="bars">Closed bars in time order; not changed afterwards.</param>
    /// <param name="barLength">Length of one bar; above zero.</param>
    /// <param name="notice">Why there are no data, or none yet, in a sentence for the user, told until the first bar; empty for nothing to say.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="barLength"/> is not above zero.</exception>
    public RecordedFeed(string source, IReadOnlyList<MarketBar> bars, TimeSpan barLength, string notice = "")
    {
        if (barLength <= TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(barLength), barLength, $"barLength is {barLength}; expected a length above zero.");
        }

        _source = source;
        _notice = notice;
        _barLength = barLength;
        _bars = bars;
    }

    /// <summary>Starts at the first bar of a recording that tells what each venue published.</summary>
    /// <param name="source">What to tell the user about where the bars come from.</param>
    /// <param name="bars">Closed bars in time order; not changed afterwards.</param>
    /// <param name="barLength">Length of one bar; above zero.</param>
    /// <param name="slices">One per venue for each bar, bar after bar, the venues always in the same order; not changed afterwards.</param>
    /// <param name="terms">On what terms venues liquidated, as they told, by name of the venue; null for none; not changed afterwards.</param>
    /// <param name="delays">How long after its close each bar was told; seconds, 0 or above; null for at once; not changed afterwards.</param>
    /// <param name="notice">Why there are no data yet, in a sentence for the user, told until the first bar; empty for nothing to say.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="barLength"/> is not above zero.</exception>
    /// <exception cref="ArgumentException">There are not as many slices for each bar, or not one delay.</exception>
    public RecordedFeed(
        string source,
        IReadOnlyList<MarketBar> bars,
        TimeSpan barLength,
        VenueBar[] slices,
        IReadOnlyDictionary<string, MarginTerms>? terms = null,
        IReadOnlyList<double>? delays = null,
        string notice = "")
        : this(source, bars, barLength, notice)
    {
        ArgumentNullException.ThrowIfNull(slices);
        if (bars.Count == 0 ? slices.Length > 0 : slices.Length % bars.Count > 0)
        {
            throw new ArgumentException($"slices has {slices.Length} entries; expected as many for each of {bars.Count} bars.", nameof(slices));
        }

        if (delays is not null && delays.Count != bars.Count)
        {
            throw new ArgumentException($"delays has {delays.Count} entries; expected {bars.Count}, one for each bar.", nameof(delays));
        }

        _slices = slices;
        _terms = terms;
        _delays = delays;
    }

    /// <inheritdoc/>
    /// <remarks>A recording does not change: always 0.</remarks>
    public int Generation => 0;

    /// <inheritdoc/>
    /// <remarks>The market itself is the only venue where the recording tells no more.</remarks>
    public ReadOnlySpan<VenueBar> Venues => _lastPublishedUtc is null ? default : _slices is null ? _market : SlicesOf(_next - 1);

    /// <inheritdoc/>
    public MarginTerms? TermsOf(string venue) => _terms?.GetValueOrDefault(venue);

    /// <inheritdoc/>
    public bool TryTake(DateTime asOfUtc, out MarketBar bar)
    {
        bar = default;
        if (_next == _bars.Count || (_bars[_next].TimeUtc + _barLength).AddSeconds(_delays?[_next] ?? 0) > asOfUtc)
        {
            return false;
        }

        bar = _bars[_next++];
        DateTime publishedUtc = bar.TimeUtc + _barLength;
        _historyStartUtc ??= bar.TimeUtc;
        if (_lastPublishedUtc < bar.TimeUtc)
        {
            _seen |= FeedQuality.Gap;
        }

        _lastPublishedUtc = publishedUtc;
        _market[0] = new VenueBar(
            _source,
            bar.VolumeQuantity,
            bar.OpenInterestQuantity,
            bar.FundingRate,
            bar.FundingIntervalHours,
            double.NaN,
            double.NaN,
            bar.LiquidatedLongNotional,
            bar.LiquidatedShortNotional,
            double.NaN,
            double.NaN,
            SamplesLiquidations: false);
        Note(FeedQuality.NoOpenInterest, bar.OpenInterestQuantity);
        Note(FeedQuality.NoLiquidations, bar.LiquidatedLongNotional);
        return true;
    }

    /// <inheritdoc/>
    public BookDepth? BookNow() => null;

    /// <inheritdoc/>
    public FeedStatus StatusAt(DateTime asOfUtc)
    {
        FeedQuality quality = _lastPublishedUtc is null ? FeedQuality.Empty : _seen | _lacks;
        if (asOfUtc - _lastPublishedUtc > 2 * _barLength)
        {
            quality |= FeedQuality.Stale;
        }

        return new FeedStatus(_source, _barLength, _historyStartUtc, _lastPublishedUtc, quality, _lastPublishedUtc is null ? _notice : "");
    }

    private ReadOnlySpan<VenueBar> SlicesOf(int bar)
    {
        int venues = _slices!.Length / _bars.Count;
        return _slices.AsSpan(bar * venues, venues);
    }

    private void Note(FeedQuality lack, double value)
    {
        if (!double.IsNaN(value))
        {
            _lacks &= ~lack;
        }
    }
}
