namespace LiqIndicators.Sessions.Guarding;

/// <summary>What the account shows of the order on its way.</summary>
public enum FlightResult
{
    /// <summary>Not to be told yet.</summary>
    Pending,

    /// <summary>It was done, by it or by somebody else.</summary>
    Done,

    /// <summary>Part of it was done, and no more is to be expected.</summary>
    Partly,

    /// <summary>It was not done.</summary>
    NotDone,
}
