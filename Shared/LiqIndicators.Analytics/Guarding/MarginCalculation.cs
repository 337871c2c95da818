namespace LiqIndicators.Analytics.Guarding;

/// <summary>How an account adds up the margin of long and short positions of one symbol.</summary>
/// <remarks>Symbols are always added to each other; only the two sides of one symbol meet here.</remarks>
public enum MarginCalculation
{
    /// <summary>Both sides need their margin: cutting either side frees some.</summary>
    Sum,

    /// <summary>The larger side alone needs margin: cutting the smaller side frees nothing.</summary>
    Max,

    /// <summary>Only the difference of the sides needs margin: cutting the smaller side raises it.</summary>
    Net,
}
