using LiqIndicators.MarketData.Ports;

namespace LiqIndicators.Sessions.Guarding;

/// <summary>Small texts that survive a restart and that all instances of the algo on a machine share.</summary>
/// <remarks>
/// Writing is not atomic across processes, so what two instances agree on through it is best effort.
/// </remarks>
public interface IJournalStore : IBlobStore
{
    /// <summary>Brings what was written to where a crash does not reach it.</summary>
    public void Flush();
}
