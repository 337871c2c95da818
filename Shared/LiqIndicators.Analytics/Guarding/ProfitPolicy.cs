namespace LiqIndicators.Analytics.Guarding;

/// <summary>Which positions are cut first, or at all, by their open result.</summary>
/// <remarks>The two "only" policies bind the ladder; the backstop and the loss limits treat them as "first".</remarks>
public enum ProfitPolicy
{
    /// <summary>The result plays no part.</summary>
    Any,

    /// <summary>Positions at a loss before those in profit.</summary>
    LosersFirst,

    /// <summary>Positions in profit before those at a loss.</summary>
    WinnersFirst,

    /// <summary>Positions at a loss, no others.</summary>
    LosersOnly,

    /// <summary>Positions in profit, no others.</summary>
    WinnersOnly,
}
