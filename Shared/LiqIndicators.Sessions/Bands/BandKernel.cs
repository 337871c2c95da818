namespace LiqIndicators.Sessions.Bands;

/// <summary>What a user may assume of the distance from entries to their liquidation prices.</summary>
public enum BandKernel
{
    /// <summary>The model's own: wide, between the measured books.</summary>
    Model,

    /// <summary>The public mix of leverages, 5x to 100x.</summary>
    Textbook,

    /// <summary>Distances measured at one venue, longs and shorts each their own.</summary>
    Measured,

    /// <summary>Log-normal distances with a median of 6% and sigma 1.0: nearer to the price than the model's.</summary>
    LogNormal,

    /// <summary>A mixture fitted to printed liquidations as time goes on; the model's own weighs most until there are any.</summary>
    Fitted,
}
