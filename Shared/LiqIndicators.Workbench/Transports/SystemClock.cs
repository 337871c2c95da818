using LiqIndicators.MarketData.Ports;

namespace LiqIndicators.Workbench.Transports;

/// <summary>This machine's clock.</summary>
internal sealed class SystemClock : IClock
{
    /// <inheritdoc/>
    public DateTime NowUtc => DateTime.UtcNow;
}
