namespace LiqIndicators.Workbench.Scoring.Guard;

/// <summary>Something that looks after one account, time after time. It may close, never open.</summary>
internal interface IReducingPolicy
{
    /// <summary>Looks at the account.</summary>
    /// <param name="account">The account at its present price.</param>
    /// <param name="closed">Index of the last minute that is over; of later ones nothing may be used.</param>
    void Look(EpisodeAccount account, int closed);
}
