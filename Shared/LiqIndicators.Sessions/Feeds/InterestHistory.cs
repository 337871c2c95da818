using LiqIndicators.MarketData.Feeds;
using LiqIndicators.MarketData.Rows;
using LiqIndicators.MarketData.Venues;
using LiqIndicators.Sessions.Feeds.Series;

namespace LiqIndicators.Sessions.Feeds;

/// <summary>What a venue keeps of its open interest: bar by bar as far as that goes, in longer steps beyond, and how late it is there.</summary>
/// <remarks>
/// Where the history comes late, open interest is read at each close, and the history fills what was missed; it takes nothing back that
/// was read. Between longer steps nothing is made up: the sums over venues move with those that are there.
/// </remarks>
internal sealed class InterestHistory
{
    // Of what a venue keeps a number of rows, longer steps reach further back.
    private static readonly TimeSpan LongStep = TimeSpan.FromHours(1);

    private readonly BarGrid _grid;
    private readonly List<(SeriesOffer Offer, TimeSpan Step)> _parts = new();
    private bool _isRefused;

    /// <summary>What a venue keeps; nothing when it has no history of the instrument itself.</summary>
    /// <param name="venue">The venue.</param>
    /// <param name="grid">The bars.</param>
    public InterestHistory(Venue venue, BarGrid grid)
    {
        _grid = grid;
        if (Offer(venue, grid.BarLength) is { } offer)
        {
            _parts.Add((offer, grid.BarLength));
            bool areSteps = LongStep > grid.BarLength && LongStep.Ticks % grid.BarLength.Ticks == 0;
            if (areSteps && offer.MaxBars is not null && Offer(venue, LongStep) is { } longer)
            {
                _parts.Add((longer, LongStep));
            }
        }
    }

    /// <summary>How the venue serves it: by bar, and then in longer steps if that goes further back.</summary>
    public IReadOnlyList<(SeriesOffer Offer, TimeSpan Step)> Parts => _parts;

    /// <summary>Whether it reaches the newest bar, so that nothing needs to be read at closes.</summary>
    public bool ReachesNewest => _parts.Count > 0 && _parts[0].Offer.Delay == TimeSpan.Zero;

    /// <summary>Whether a bar lacks open interest that one of the parts is to give.</summary>
    /// <param name="step">Step of the part.</param>
    /// <param name="number">Number of the bar.</param>
    /// <param name="venueUtc">Now by the venue's clock.</param>
    public bool IsMissing(TimeSpan step, long number, DateTime venueUtc)
    {
        DateTime closeUtc = _grid.TimeOf(number + 1);
        return !_isRefused && !_grid.At(number).HasOpenInterest
            && (step == _grid.BarLength || (closeUtc.Ticks % step.Ticks == 0 && IsBeyondBars(closeUtc, venueUtc)));
    }

    /// <summary>Whether a row is news: it was not read at its close.</summary>
    public bool Takes(OpenInterestRow row) => ReachesNewest || !_grid.At(_grid.NumberOf(row.TimeUtc) - 1).HasOpenInterest;

    /// <summary>The venue knows no history of the instrument: nothing more is asked for.</summary>
    public void Refuse() => _isRefused = true;

    /// <summary>What holes between the first bar that has open interest and the last are: a gap, or steps of the venue's.</summary>
    /// <param name="last">Number of the last bar.</param>
    /// <param name="venueUtc">Now by the venue's clock.</param>
    public FeedQuality Holes(long last, DateTime venueUtc)
    {
        FeedQuality quality = FeedQuality.Good;
        bool isWanted = false;
        long missing = 0;
        for (long number = _grid.Oldest; number <= last; number++)
        {
            bool hasInterest = _grid.At(number).HasOpenInterest;
            if (hasInterest && missing > 0)
            {
                bool isStep = _parts.Count > 1 && missing < _parts[1].Step.Ticks / _grid.BarLength.Ticks && IsBeyondBars(_grid.TimeOf(number), venueUtc);
                quality |= isStep ? FeedQuality.Estimated : FeedQuality.Gap;
            }

            isWanted |= hasInterest;
            missing = isWanted && !hasInterest ? missing + 1 : 0;
        }

        return quality;
    }

    private static SeriesOffer? Offer(Venue venue, TimeSpan step) => venue.Offer(SeriesKind.OpenInterest, step) is { IsEstimate: false } offer ? offer : null;

    private bool IsBeyondBars(DateTime closeUtc, DateTime venueUtc) => closeUtc < SeriesLoader.EarliestUtc(_parts[0].Offer, venueUtc, _grid.BarLength);
}
