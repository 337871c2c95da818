using LiqIndicators.Analytics.Market;

namespace LiqIndicators.MarketData.Feeds;

/// <summary>Where a session gets closed bars of one derivatives market from: recorded, simulated or live.</summary>
/// <remarks>
/// The as-of rule lives here: a bar is handed out once, in time order, and never before it was published.
/// A feed that learns better about bars it has already handed out (history arrived late, a vendor revised it)
/// raises <see cref="Generation"/> and starts again from its first bar; the session then starts again too.
/// </remarks>
public interface IMarketFeed
{
    /// <summary>Changes when bars handed out so far no longer hold and the feed has started again from its first bar.</summary>
    public int Generation { get; }

    /// <summary>What each venue published about the bar taken last: one entry per venue, always in the same order within a generation.</summary>
    /// <remarks>
    /// Empty before the first bar. Amounts add up to those of the bar as far as venues tell them; a vendor's sum is an entry of
    /// its own, beside which the own of the venues it counts for are NaN. The memory is used again for the next bar.
    /// </remarks>
    public ReadOnlySpan<VenueBar> Venues { get; }

    /// <summary>On what terms a venue liquidates, as it told them; null while it has not, as in a recording that does not keep them.</summary>
    /// <remarks>
    /// They are those of now, or of when it was recorded: no venue tells what they were. They may come after the first bars; a live feed whose terms have changed
    /// starts again from its first bar (<see cref="Generation"/>), so that a map is made on one set of them.
    /// </remarks>
    /// <param name="venue">A name as <see cref="Venues"/> gives it, such as <c>Bybit ETHUSDT</c>.</param>
    public MarginTerms? TermsOf(string venue);

    /// <summary>Takes the next closed bar, if it was published by the given time.</summary>
    /// <param name="asOfUtc">The time the reader lives in; UTC.</param>
    /// <param name="bar">The bar; default when there is none.</param>
    /// <returns>Whether a bar was taken.</returns>
    public bool TryTake(DateTime asOfUtc, out MarketBar bar);

    /// <summary>What rests in the order books now; null when that is not known, as always in a recording.</summary>
    /// <remarks>Books have no history. A live feed keeps them up to date from the first question on, and not before.</remarks>
    public BookDepth? BookNow();

    /// <summary>What a user should know about the data at a time.</summary>
    /// <param name="asOfUtc">The time the reader lives in; UTC.</param>
    public FeedStatus StatusAt(DateTime asOfUtc);
}
