namespace LiqIndicators.Analytics.Treadmill;

/// <summary>Where the market stands on the way from new leverage to its forced end.</summary>
public enum TreadmillPhase
{
    /// <summary>Too few samples to tell.</summary>
    Unknown,

    /// <summary>Nothing is building up.</summary>
    Reset,

    /// <summary>Open interest grows.</summary>
    Building,

    /// <summary>One side pays to stay and holds much.</summary>
    Crowded,

    /// <summary>Price moves against the side at risk.</summary>
    Stress,

    /// <summary>The side at risk is closed by force, and that moves price further.</summary>
    Cascade,

    /// <summary>Open interest has dropped, funding has reset and prints have diminished: all three.</summary>
    FlushConfirmed,

    /// <summary>Price has moved, yet open interest is held and the side still pays.</summary>
    Fragile,
}

/// <summary>How open interest was given up.</summary>
public enum ReductionKind
{
    /// <summary>Not known: open interest is missing.</summary>
    Unknown,

    /// <summary>No reduction to speak of.</summary>
    None,

    /// <summary>In many parts of like size: positions are reduced by choice.</summary>
    Staged,

    /// <summary>Mostly in few samples: positions were given up together.</summary>
    Capitulation,
}

/// <summary>What holds a decline back.</summary>
[Flags]
public enum CircuitBreakers
{
    /// <summary>None of them.</summary>
    None = 0,

    /// <summary>Open interest is lower than before the stress.</summary>
    LowerOpenInterest = 1,

    /// <summary>Funding of the side at risk is less extreme than before.</summary>
    CalmerFunding = 2,

    /// <summary>Liquidations come in smaller bursts than at their peak.</summary>
    SmallerBursts = 4,

    /// <summary>Spot is bid.</summary>
    SpotBid = 8,

    /// <summary>Volatility is back at its long-run level.</summary>
    CalmVolatility = 16,

    /// <summary>All of them.</summary>
    All = LowerOpenInterest | CalmerFunding | SmallerBursts | SpotBid | CalmVolatility,
}

/// <summary>Inputs that <see cref="TreadmillState"/> went without.</summary>
[Flags]
public enum TreadmillLacks
{
    /// <summary>Nothing is missing.</summary>
    None = 0,

    /// <summary>No funding rate: crowding and resets cannot be seen.</summary>
    Funding = 1,

    /// <summary>No open interest: building up and a flush cannot be seen.</summary>
    OpenInterest = 2,

    /// <summary>No liquidations: a cascade is told by the size of the move alone.</summary>
    Liquidations = 4,

    /// <summary>No map: crowding is told by funding alone.</summary>
    Map = 8,

    /// <summary>No spot: one circuit breaker is not known.</summary>
    Spot = 16,

    /// <summary>Too few samples.</summary>
    History = 32,
}
