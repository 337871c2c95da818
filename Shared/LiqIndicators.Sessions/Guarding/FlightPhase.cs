namespace LiqIndicators.Sessions.Guarding;

/// <summary>How much is known about the order on its way.</summary>
public enum FlightPhase
{
    /// <summary>Written down and about to be sent, or sent and not answered.</summary>
    Sent,

    /// <summary>Confirmed by the platform; the account has still to show it.</summary>
    Confirmed,

    /// <summary>Answered by an error that leaves it open, or not at all: the account decides.</summary>
    Unknown,
}
