using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Tests.Liquidation;

/// <summary>What venues published, for tests of maps: open interest and nothing else.</summary>
internal static class VenueBars
{
    internal static VenueBar Of(string name, double openInterest) => new(
        name, double.NaN, openInterest, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, false);
}
