namespace LiqIndicators.Analytics.Liquidation;

/// <summary>What a bar takes of the cell that its extreme lies in.</summary>
public enum CrossedCell
{
    /// <summary>All of it, as if the extreme had gone through the cell.</summary>
    Whole,

    /// <summary>The part of its height, in log price, that the extreme has gone through: mass is even within a cell.</summary>
    Part,
}
