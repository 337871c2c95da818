namespace LiqIndicators.Simulation.Venue;

/// <summary>The public feed of liquidations of one side: it shows the latest order of each second, so bursts are under-reported.</summary>
internal sealed class LiquidationFeed
{
    /// <summary>Liquidated since the last <see cref="Reset"/>; quote currency.</summary>
    public double TrueNotional { get; private set; }

    /// <summary>Shown since the last <see cref="Reset"/>; quote currency.</summary>
    public double PublishedNotional { get; private set; }

    /// <summary>Adds one minute.</summary>
    /// <param name="notional">Liquidated in the minute; quote currency.</param>
    /// <param name="openInterestNotional">Open interest, which sets the size of an order; quote currency.</param>
    public void Add(double notional, double openInterestNotional)
    {
        double order = MarketParameters.LiquidationOrderShare * openInterestNotional;
        double slots = MarketParameters.ShownOrdersPerMinute;
        TrueNotional += notional;
        PublishedNotional += order * slots * (1 - Math.Exp(-MarketParameters.QuietShownShare * notional / (order * slots)));
    }

    /// <summary>Starts a new bar.</summary>
    public void Reset()
    {
        TrueNotional = 0;
        PublishedNotional = 0;
    }
}
