namespace LiqIndicators.Simulation.Randomness;

/// <summary>Parts of the market that draw from streams of their own.</summary>
internal enum RandomPart
{
    Shocks = 1,
    Price,
    Mix,
    OpenInterest,
    Longs,
    Shorts,
    Outside,
    Volume,
}
