using cAlgo.API.Collections;

namespace cAlgo.API;

public interface MarketDepth
{
    IReadonlyList<MarketDepthEntry> AskEntries { get; }
    IReadonlyList<MarketDepthEntry> BidEntries { get; }

    event Action Updated;
}

public interface MarketDepthEntry
{
    double VolumeInUnits { get; }
    double Price { get; }
}
