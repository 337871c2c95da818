using cAlgo.API;

namespace LiqIndicators.Terminal.Trading;

/// <summary>An answer that a later trade command gets instead of the true one.</summary>
/// <param name="Error">The error told to the algo.</param>
/// <param name="IsCarriedOut">Whether the command takes effect all the same, as after a timeout.</param>
internal sealed record PlannedFault(ErrorCode Error, bool IsCarriedOut);
