namespace LiqIndicators.Analytics.Liquidation;

/// <summary>How the turnover of a bar is shared between the sides.</summary>
public enum TurnoverRule
{
    /// <summary>The same share of either side in every bar.</summary>
    Even,

    /// <summary>
    /// In proportion to the path that price ran in favour of the side within the bar, against the usual range of a bar:
    /// winners take profit and are followed by new entries, losers hold. The path is taken to run over the nearer extreme
    /// first: open, low, high, close in a bar that does not fall; open, high, low, close in one that does.
    /// </summary>
    FavourablePath,
}
