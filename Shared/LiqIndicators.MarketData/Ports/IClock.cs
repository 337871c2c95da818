namespace LiqIndicators.MarketData.Ports;

/// <summary>Tells the time: the platform's, or a test's.</summary>
public interface IClock
{
    /// <summary>Now; UTC.</summary>
    public DateTime NowUtc { get; }
}
