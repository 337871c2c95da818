namespace LiqIndicators.FakeExchange.Faults;

/// <summary>What goes wrong on a venue's stream.</summary>
public sealed record StreamFaults
{
    /// <summary>It opens and says nothing.</summary>
    public bool IsSilent { get; init; }

    /// <summary>Every liquidation is told twice.</summary>
    public bool RepeatsLiquidations { get; init; }

    /// <summary>Two liquidations that follow each other are told in the wrong order.</summary>
    public bool SwapsLiquidations { get; init; }

    /// <summary>Now and then a message that is no JSON stands between the others.</summary>
    public bool BreaksMessages { get; init; }

    /// <summary>Characters of blank space behind every message about the market's state.</summary>
    public int Padding { get; init; }

    /// <summary>How long a connection lasts; null for ever.</summary>
    public TimeSpan? Lifetime { get; init; }
}
