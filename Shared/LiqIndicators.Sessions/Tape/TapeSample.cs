using LiqIndicators.Analytics.Market;
using LiqIndicators.Analytics.Tape;

namespace LiqIndicators.Sessions.Tape;

/// <summary>Makes the kernel's input of a market bar, in memory that is used again.</summary>
/// <param name="reporting">Factor from printed to real; at least 1.</param>
internal sealed class TapeSample(double reporting)
{
    private readonly VenueLiquidations[] _venues = new VenueLiquidations[1];

    internal LiquidationTapeInput Of(in MarketBar bar)
    {
        _venues[0] = new VenueLiquidations(bar.LiquidatedLongNotional, bar.LiquidatedShortNotional, reporting);
        return new LiquidationTapeInput(bar.TimeUtc, bar.Close, bar.OpenInterestQuantity, _venues);
    }
}
