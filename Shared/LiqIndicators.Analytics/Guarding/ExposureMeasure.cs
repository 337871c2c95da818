namespace LiqIndicators.Analytics.Guarding;

/// <summary>What a reduction is meant to lower; all in deposit currency.</summary>
internal enum ExposureMeasure
{
    /// <summary>Difference of the two sides of a symbol: what a price move costs.</summary>
    Net,

    /// <summary>Sum of the two sides of a symbol.</summary>
    Gross,

    /// <summary>Margin by the account's rules, scaled to what the platform reports.</summary>
    Margin,
}
