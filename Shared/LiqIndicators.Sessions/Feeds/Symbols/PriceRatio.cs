using LiqIndicators.Analytics;
using LiqIndicators.Analytics.Statistics;

namespace LiqIndicators.Sessions.Feeds.Symbols;

/// <summary>The broker's price over the venues' price: what a level of the venues is multiplied by to stand right on the broker's chart.</summary>
/// <remarks>
/// The median of the last pairs of prices of the same time. A spike on either side, a quiet weekend feed or a wrong tick moves a
/// median little; a lasting offset, another quote currency or a unit of a thousand coins is followed within half the window.
/// </remarks>
public sealed class PriceRatio
{
    /// <summary>Pairs needed before there is a ratio.</summary>
    public const int WarmUpPairs = 5;

    // A normal's standard deviation over its median absolute deviation, times its median's standard error over its mean's (the root of pi/2).
    private const double MedianError = 1.4826 * 1.2533;

    private readonly RobustWindow _window;
    private RobustSummary _summary;

    /// <summary>Starts without a pair.</summary>
    /// <param name="pairs">Pairs the median is taken over; in [5, 1000].</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside its range.</exception>
    public PriceRatio(int pairs = 61) => _window = new RobustWindow(Guard.InRange(pairs, WarmUpPairs, 1000));

    /// <summary>Broker's price over venues' price; dimensionless; NaN before <see cref="WarmUpPairs"/> pairs.</summary>
    public double Value => _window.Count < WarmUpPairs ? double.NaN : _summary.Median;

    /// <summary>How far the ratio strays: median absolute deviation over the ratio; NaN before <see cref="WarmUpPairs"/> pairs.</summary>
    public double Spread => _window.Count < WarmUpPairs ? double.NaN : _summary.MedianAbsoluteDeviation / _summary.Median;

    /// <summary>Standard error of the ratio over the ratio, as if the pairs were normal around it; NaN before <see cref="WarmUpPairs"/> pairs.</summary>
    public double Uncertainty => MedianError * Spread / Math.Sqrt(_window.Count);

    /// <summary>Takes two prices of the same time.</summary>
    /// <param name="brokerPrice">Quote currency per unit of the broker; &gt; 0.</param>
    /// <param name="venuePrice">Quote currency per base unit; &gt; 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A price is NaN or not above 0.</exception>
    public void Add(double brokerPrice, double venuePrice)
    {
        double ratio = Guard.Positive(brokerPrice) / Guard.Positive(venuePrice);
        _summary = _window.Preview(ratio);
        _window.Add(ratio);
    }

    /// <summary>A price of the venues on the broker's chart; unchanged while there is no ratio.</summary>
    /// <param name="venuePrice">Quote currency per base unit.</param>
    public double ToBroker(double venuePrice)
    {
        double ratio = Value;
        return double.IsNaN(ratio) ? venuePrice : venuePrice * ratio;
    }
}
