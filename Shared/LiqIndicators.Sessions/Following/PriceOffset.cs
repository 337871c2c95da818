using LiqIndicators.Sessions.Feeds.Symbols;
using LiqIndicators.Sessions.Presentation;

namespace LiqIndicators.Sessions.Following;

/// <summary>What levels of the market are multiplied by to stand right on the broker's chart, as it was known at each time.</summary>
/// <remarks>
/// A broker's CFD lies off the perpetual by a lasting offset, and may be quoted in another unit or currency. The measured ratio moves with
/// every pair of prices; the applied one follows it in steps that are worth moving all levels for, so that nothing on a chart trembles.
/// </remarks>
public sealed class PriceOffset
{
    /// <summary>Relative change of the ratio below which levels stay where they are: three basis points; more while it is uncertain.</summary>
    public const double SmallestStep = 0.0003;

    /// <summary>Spread of the ratio above which the two prices are not those of one thing: half a percent.</summary>
    public const double LargestSpread = 0.005;

    // A change within this many standard errors may be none.
    private const double ErrorsPerStep = 4;

    private const int MostSteps = 4096;

    // Off by more, it is another unit or currency and no premium.
    private const double LargestPremium = 0.1;

    private readonly List<(DateTime Utc, double Ratio)> _steps = [];
    private PriceRatio _measured = new();
    private DateTime _lastUtc;

    /// <summary>What applies now; 1 while nothing is known.</summary>
    public double Ratio => _steps.Count == 0 ? 1 : _steps[^1].Ratio;

    /// <summary>Whether enough pairs were seen and the broker's price does not follow the market's.</summary>
    public bool IsIncomparable => _measured.Spread > LargestSpread;

    /// <summary>For the user: how far levels are moved, or why they are not; empty when there is nothing to say.</summary>
    public string Text => IsIncomparable ? "broker's price does not follow the venues': levels are not adjusted"
        : Ratio == 1 ? ""
        : Math.Abs(Ratio - 1) <= LargestPremium ? FormattableString.Invariant($"{100 * (Ratio - 1):+0.00;-0.00}% to broker's price")
        : FormattableString.Invariant($"times {Ratio:0.######} to broker's price");

    /// <summary>How <see cref="Text"/> is to be taken.</summary>
    public HudTone Tone => IsIncomparable ? HudTone.Warning : HudTone.Quiet;

    /// <summary>What applied at a time; only pairs up to it have a part in it.</summary>
    /// <param name="asOfUtc">UTC.</param>
    public double AsOf(DateTime asOfUtc)
    {
        int low = 0;
        int high = _steps.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = _steps[middle].Utc <= asOfUtc ? (middle + 1, high) : (low, middle);
        }

        return low == 0 ? 1 : _steps[low - 1].Ratio;
    }

    /// <summary>Takes two prices of one time; a time not after the last one is ignored, so that a bar may be told again.</summary>
    /// <param name="timeUtc">UTC.</param>
    /// <param name="brokerPrice">The broker's; ignored unless above 0.</param>
    /// <param name="marketPrice">The market's; ignored unless above 0.</param>
    internal void Note(DateTime timeUtc, double brokerPrice, double marketPrice)
    {
        if (timeUtc <= _lastUtc || !(brokerPrice > 0) || !(marketPrice > 0))
        {
            return;
        }

        _lastUtc = timeUtc;
        _measured.Add(brokerPrice, marketPrice);
        double ratio = _measured.Value;
        double step = Math.Max(SmallestStep, ErrorsPerStep * _measured.Uncertainty);
        if (!double.IsNaN(ratio) && !IsIncomparable && Math.Abs((ratio / Ratio) - 1) >= step)
        {
            if (_steps.Count == MostSteps)
            {
                _steps.RemoveAt(0);
            }

            _steps.Add((timeUtc, ratio));
        }
    }

    /// <summary>Starts without a pair, as when the market's bars so far no longer hold.</summary>
    internal void Clear()
    {
        _steps.Clear();
        _measured = new PriceRatio();
        _lastUtc = default;
    }
}
