using LiqIndicators.Analytics.Market;
using LiqIndicators.Analytics.Tape;

namespace LiqIndicators.Sessions.Tape;

/// <summary>Makes the kernel's input of what the venues published about a bar, in memory that is used again.</summary>
/// <param name="reporting">Factor from printed to real of venues that do not say that they leave prints out; at least 1.</param>
internal sealed class TapeSample(double reporting)
{
    private VenueLiquidations[] _venues = [];

    /// <summary>One entry per venue.</summary>
    internal LiquidationTapeInput Of(in MarketBar bar, ReadOnlySpan<VenueBar> venues)
    {
        if (_venues.Length < venues.Length)
        {
            _venues = new VenueLiquidations[venues.Length];
        }

        int count = 0;
        foreach (ref readonly VenueBar venue in venues)
        {
            double factor = venue.SamplesLiquidations ? Math.Max(reporting, LiquidationReporting.LatestPerSecond) : reporting;
            _venues[count++] = new VenueLiquidations(venue.LiquidatedLongNotional, venue.LiquidatedShortNotional, factor);
        }

        return new LiquidationTapeInput(bar.TimeUtc, bar.Close, bar.OpenInterestQuantity, _venues.AsMemory(0, count));
    }
}
