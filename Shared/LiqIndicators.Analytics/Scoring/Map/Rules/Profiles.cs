using LiqIndicators.Analytics.Market;
using MathNet.Numerics.Distributions;

namespace LiqIndicators.Analytics.Scoring.Map.Rules;

/// <summary>Shapes of open mass around a price.</summary>
internal static class Profiles
{
    /// <summary>How far from price the uniform profile reaches, as a fraction of price.</summary>
    public const double UniformReach = 0.2;

    private const double Median = 0.04;

    /// <summary>Log-normal in the distance from price (median 4%, sigma 1).</summary>
    public static double LogNormal(PositionSide side, double price, double lowPrice, double highPrice)
    {
        (double near, double far) = Distances(side, price, lowPrice, highPrice);
        return Below(far) - Below(near);

        static double Below(double distance) => distance > 0 ? Normal.CDF(0, 1, Math.Log(distance / Median)) : 0;
    }

    /// <summary>Even over the distance from price up to <see cref="UniformReach"/>.</summary>
    public static double Uniform(PositionSide side, double price, double lowPrice, double highPrice)
    {
        (double near, double far) = Distances(side, price, lowPrice, highPrice);
        return (Math.Min(far, UniformReach) - Math.Min(near, UniformReach)) / UniformReach;
    }

    /// <summary>Distances against a side, as fractions of price; 0 where a price lies on the other side.</summary>
    public static (double Near, double Far) Distances(PositionSide side, double price, double lowPrice, double highPrice) =>
        side == PositionSide.Long
            ? (Math.Max(0, (price - highPrice) / price), Math.Max(0, (price - lowPrice) / price))
            : (Math.Max(0, (lowPrice - price) / price), Math.Max(0, (highPrice - price) / price));
}
