using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Tests.Liquidation;

/// <summary>What venues published, for tests of maps: open interest, and volume where it is asked for.</summary>
internal static class VenueBars
{
    internal static VenueBar Of(string name, double openInterest, double volume = double.NaN) => new(
        name, volume, openInterest, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, false);
}
