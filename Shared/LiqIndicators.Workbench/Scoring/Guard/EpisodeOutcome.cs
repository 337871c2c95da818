namespace LiqIndicators.Workbench.Scoring.Guard;

/// <summary>What one policy made of one account.</summary>
/// <param name="Return">Change of equity over the episode, all costs paid; a fraction of the equity at the start.</param>
/// <param name="ReturnBeforeShock">The same until the first shock began, or would have begun; open results at the market.</param>
/// <param name="IsStoppedOut">Whether the broker stopped the account out.</param>
/// <param name="MaxDrawdown">Largest fall from an earlier peak; a fraction of that peak.</param>
/// <param name="Turnover">Value closed by the policy over the equity at the start.</param>
/// <param name="Cost">Spread, slippage and commission of what the policy closed, over the equity at the start.</param>
/// <param name="Cuts">Orders of the policy.</param>
internal readonly record struct EpisodeOutcome(
    double Return, double ReturnBeforeShock, bool IsStoppedOut, double MaxDrawdown, double Turnover, double Cost, int Cuts);
