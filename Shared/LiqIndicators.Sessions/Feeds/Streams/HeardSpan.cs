namespace LiqIndicators.Sessions.Feeds.Streams;

/// <summary>The span in which a stream was heard, by the venue's clock.</summary>
/// <remarks>
/// What comes after a message was sent after it, however late either is taken and however wrong the clock was measured: a span begins and
/// ends with times that were told.
/// </remarks>
internal sealed class HeardSpan
{
    private DateTime _keyUtc;
    private DateTime _fromUtc;
    private TimeSpan _skew;

    /// <summary>The span as it is now; null while its end is not told.</summary>
    /// <param name="firstUtc">When its first data came, by our clock.</param>
    /// <param name="lastUtc">When its newest data came, by our clock.</param>
    /// <param name="toldUtc">Newest time told in it, by the venue's clock.</param>
    /// <param name="skew">The venue's clock less ours; that of a span's beginning counts for all of it.</param>
    public (DateTime FromUtc, DateTime ToUtc)? Told(DateTime firstUtc, DateTime lastUtc, DateTime toldUtc, TimeSpan skew)
    {
        if (firstUtc != _keyUtc)
        {
            DateTime takenUtc = lastUtc + skew;
            _keyUtc = firstUtc;
            _fromUtc = takenUtc > toldUtc ? takenUtc : toldUtc;
            _skew = skew;
        }

        DateTime nowUtc = lastUtc + _skew;
        DateTime heardUtc = nowUtc < toldUtc ? nowUtc : toldUtc;
        return heardUtc >= _fromUtc ? (_fromUtc, heardUtc) : null;
    }
}
