using LiqIndicators.MarketData.Feeds;
using LiqIndicators.Sessions.Bands;
using LiqIndicators.Sessions.Cascade;
using LiqIndicators.Sessions.Funding;

namespace LiqIndicators.Workbench.Live;

/// <summary>The sessions behind the indicators, all on the bars of one feed.</summary>
internal sealed class LiveReadings
{
    internal LiveReadings(IMarketFeed feed)
    {
        FeedFan fan = new(feed);
        Bands = new LiquidationBandsSession(new LiquidationBandsOptions(), fan.Reader());
        Funding = new FundingSession(new FundingOptions(), fan.Reader());
        Cascade = new CascadeSession(new CascadeOptions(), fan.Reader());
    }

    internal LiquidationBandsSession Bands { get; }

    internal FundingSession Funding { get; }

    internal CascadeSession Cascade { get; }

    /// <summary>Takes every bar published by a time.</summary>
    internal void Advance(DateTime asOfUtc)
    {
        Bands.Advance(asOfUtc);
        Funding.Advance(asOfUtc);
        Cascade.Advance(asOfUtc);
    }
}
