using LiqIndicators.Analytics.Funding;
using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Sessions.Funding;

/// <summary>Makes the kernel's input of what the venues published about a bar, in memory that is used again.</summary>
internal sealed class FundingSample
{
    private VenueFunding[] _venues = [];

    /// <summary>One entry per venue.</summary>
    /// <param name="bar">The bar.</param>
    /// <param name="venues">What each venue published about it.</param>
    /// <param name="publishedUtc">When it was published.</param>
    internal FundingPressureInput Of(in MarketBar bar, ReadOnlySpan<VenueBar> venues, DateTime publishedUtc)
    {
        if (_venues.Length < venues.Length)
        {
            _venues = new VenueFunding[venues.Length];
        }

        int count = 0;
        foreach (ref readonly VenueBar venue in venues)
        {
            if (double.IsNaN(venue.FundingRate) && double.IsNaN(venue.OpenInterestQuantity))
            {
                // Such as a source of liquidations alone: no venue of funding.
                continue;
            }

            _venues[count++] = new VenueFunding(
                publishedUtc,
                venue.FundingRate,
                venue.FundingIntervalHours,
                venue.OpenInterestQuantity * bar.Close,
                venue.RunningFundingRate,
                venue.FundingCap);
        }

        return new FundingPressureInput(publishedUtc, _venues.AsMemory(0, count));
    }
}
