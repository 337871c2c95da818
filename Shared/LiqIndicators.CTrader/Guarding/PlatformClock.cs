using cAlgo.API.Internals;
using LiqIndicators.CTrader.Feeds;
using LiqIndicators.MarketData.Ports;

namespace LiqIndicators.CTrader.Guarding;

/// <summary>The platform's time.</summary>
internal sealed class PlatformClock : IClock
{
    private readonly Algo _algo;

    internal PlatformClock(Algo algo)
    {
        _algo = algo;
    }

    public DateTime NowUtc => ChartTime.NowUtc(_algo);
}
