using cAlgo.API.Internals;
using LiqIndicators.MarketData.Ports;

namespace LiqIndicators.CTrader.Feeds;

/// <summary>The platform's time.</summary>
internal sealed class ChartClock(Algo algo) : IClock
{
    public DateTime NowUtc => ChartTime.NowUtc(algo);
}
