using LiqIndicators.Sessions.Guarding;

namespace LiqIndicators.CTrader.Guarding;

/// <summary>Lets a host give its own cascade risks to guards; without it they read the market.</summary>
public static class CascadeRiskSource
{
    private static readonly AsyncLocal<ICascadeRiskPort?> Source = new();

    /// <summary>The host's risks; null when it provides none.</summary>
    internal static ICascadeRiskPort? Given => Source.Value;

    /// <summary>Gives risks to every guard that starts until the result is disposed.</summary>
    public static IDisposable Use(ICascadeRiskPort risks)
    {
        ArgumentNullException.ThrowIfNull(risks);
        Source.Value = risks;
        return new Scope();
    }

    private sealed class Scope : IDisposable
    {
        public void Dispose() => Source.Value = null;
    }
}
