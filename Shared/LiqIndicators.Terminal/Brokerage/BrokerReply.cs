using cAlgo.API;

namespace LiqIndicators.Terminal.Brokerage;

/// <summary>The broker's true answer to one request.</summary>
/// <param name="Error">What went wrong; null when it was done.</param>
/// <param name="Position">The position concerned.</param>
/// <param name="Order">The pending order concerned.</param>
public readonly record struct BrokerReply(ErrorCode? Error, BrokerPosition? Position = null, BrokerOrder? Order = null)
{
    /// <summary>Whether it was done.</summary>
    public bool IsSuccessful => Error is null;
}
