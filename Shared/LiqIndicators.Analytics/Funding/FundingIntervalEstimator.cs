using LiqIndicators.Analytics.Streaming;

namespace LiqIndicators.Analytics.Funding;

/// <summary>Interval of a venue's funding out of the times of its payments alone.</summary>
/// <remarks>
/// A gap shorter than the running interval is a new interval at once, because a venue cannot pay between payments.
/// A longer one may be a payment that the feed lost: it counts when it comes twice in a row. Gaps are rounded
/// to the hour, as venues pay some milliseconds late; one of less than half an hour is the same payment reported again.
/// </remarks>
public sealed class FundingIntervalEstimator
{
    private DateTime _lastUtc = DateTime.MinValue;
    private int _intervalHours;
    private int _candidateHours;

    /// <summary>Commits a payment and gives the interval it belongs to.</summary>
    /// <param name="paidUtc">Time of the payment; later than the one before.</param>
    /// <returns>Whole hours in [1, 24]; NaN until two payments are known.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is not UTC or not later than the payment before.</exception>
    public double Update(DateTime paidUtc)
    {
        StreamingRun.Later(paidUtc, _lastUtc);
        if (_lastUtc == DateTime.MinValue)
        {
            _lastUtc = paidUtc;
            return double.NaN;
        }

        int gapHours = (int)Math.Min(1_000, Math.Round((paidUtc - _lastUtc).TotalHours));
        if (gapHours == 0)
        {
            return Current;
        }

        _lastUtc = paidUtc;
        bool isSeenTwice = gapHours == _candidateHours;
        _candidateHours = gapHours;
        if (gapHours <= 24 && (_intervalHours == 0 || gapHours < _intervalHours || isSeenTwice))
        {
            _intervalHours = gapHours;
        }

        return Current;
    }

    private double Current => _intervalHours == 0 ? double.NaN : _intervalHours;
}
