using LiqIndicators.MarketData.Feeds;
using LiqIndicators.Sessions.Bands;
using LiqIndicators.Sessions.Cascade;
using LiqIndicators.Sessions.Feeds;
using LiqIndicators.Sessions.Funding;

namespace LiqIndicators.Workbench.Live;

/// <summary>The sessions behind the indicators, all on the bars of one feed.</summary>
internal sealed class LiveReadings
{
    private readonly LongerBarsFeed _bars;

    /// <summary>Sessions before their first bar.</summary>
    /// <param name="feed">Where the bars come from.</param>
    /// <param name="period">Length of the bars that the sessions take; a whole multiple of the feed's.</param>
    internal LiveReadings(IMarketFeed feed, TimeSpan period)
    {
        _bars = new LongerBarsFeed(feed, period);
        FeedFan fan = new(_bars);
        Bands = new LiquidationBandsSession(new LiquidationBandsOptions(), fan.Reader());
        Funding = new FundingSession(new FundingOptions(), fan.Reader());
        Cascade = new CascadeSession(new CascadeOptions(), fan.Reader());
    }

    internal LiquidationBandsSession Bands { get; }

    internal FundingSession Funding { get; }

    internal CascadeSession Cascade { get; }

    /// <summary>What a user should know about the bars at a time.</summary>
    internal FeedStatus StatusAt(DateTime asOfUtc) => _bars.StatusAt(asOfUtc);

    /// <summary>Takes every bar published by a time.</summary>
    internal void Advance(DateTime asOfUtc)
    {
        Bands.Advance(asOfUtc);
        Funding.Advance(asOfUtc);
        Cascade.Advance(asOfUtc);
    }
}
