using LiqIndicators.MarketData.Venues;

namespace LiqIndicators.Sessions.Feeds.Requests;

/// <summary>What all requests to one venue share.</summary>
internal sealed class VenueLine
{
    public VenueLine(Venue venue, LiveFeedOptions options, Random jitter)
    {
        Venue = venue;
        Budgets = new BudgetLedger(venue.Budgets, options.OwnBudgetShare, options.TotalBudgetShare);
        Health = new VenueHealth(jitter);
    }

    public Venue Venue { get; }

    public BudgetLedger Budgets { get; }

    public VenueHealth Health { get; }

    public ClockSkew Skew { get; } = new();
}
