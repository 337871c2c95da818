namespace LiqIndicators.Analytics.Liquidation;

/// <summary>How the turnover of a bar is shared between the sides.</summary>
public enum TurnoverRule
{
    /// <summary>The same share of either side in every bar.</summary>
    Even,

    /// <summary>
    /// In proportion to the activity of the bar and, three quarters of it, to the path that price ran in favour of the side
    /// within the bar, over its range: winners take profit and are followed by new entries, losers hold. Activity is the
    /// root of volume over usual volume; of a bar without volume its range over the usual range. The path is taken to run
    /// over the nearer extreme first: open, low, high, close in a bar that does not fall; open, high, low, close in one
    /// that does. Source: docs/model.md, F4.
    /// </summary>
    FavourablePath,
}
