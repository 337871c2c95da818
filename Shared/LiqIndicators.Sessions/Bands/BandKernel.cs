using LiqIndicators.Analytics.Liquidation;

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
}

/// <summary>Makes the kernels that a user may choose.</summary>
public static class BandKernels
{
    /// <summary>The kernel of a choice.</summary>
    /// <param name="choice">The choice.</param>
    /// <exception cref="ArgumentOutOfRangeException">The choice is unknown.</exception>
    public static LeverageKernel Of(BandKernel choice) => choice switch
    {
        BandKernel.Model => LeverageKernels.Wide(),
        BandKernel.Textbook => LeverageKernels.Textbook(),
        BandKernel.Measured => LeverageKernels.Hyperliquid(),
        BandKernel.LogNormal => LeverageKernels.LogNormalGraded(0.06, 1.0, 0.001, cells: 1600, singles: 20, growth: 0.15),
        _ => throw new ArgumentOutOfRangeException(nameof(choice), choice, $"choice is {choice}; expected a known kernel."),
    };
}
