using LiqIndicators.Analytics.Funding;
using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Sessions.Funding;

/// <summary>Makes the kernel's input of a market bar, in memory that is used again.</summary>
internal sealed class FundingSample
{
    private readonly VenueFunding[] _venues = new VenueFunding[1];

    /// <summary>The market as one venue; feeds tell no running rate and no cap.</summary>
    internal FundingPressureInput Of(in MarketBar bar, DateTime publishedUtc)
    {
        _venues[0] = new VenueFunding(
            publishedUtc, bar.FundingRate, bar.FundingIntervalHours, bar.OpenInterestNotional, double.NaN, double.NaN);
        return new FundingPressureInput(publishedUtc, _venues);
    }
}
