namespace LiqIndicators.Sessions.Feeds.Streams;

/// <summary>Remembers when a stream delivered: what was missed in between can never be had again.</summary>
internal sealed class Coverage
{
    private const int MostSpans = 512;

    private readonly List<(DateTime FromUtc, DateTime ToUtc)> _spans = new();
    private bool _isRunning;

    /// <summary>Whether there was an interruption since the first data.</summary>
    public bool HasGap => _spans.Count > 1;

    /// <summary>Data came.</summary>
    public void Note(DateTime nowUtc)
    {
        if (_isRunning)
        {
            _spans[^1] = (_spans[^1].FromUtc, nowUtc);
            return;
        }

        _isRunning = true;
        _spans.Add((nowUtc, nowUtc));
        if (_spans.Count > MostSpans)
        {
            _spans.RemoveAt(0);
        }
    }

    /// <summary>The stream broke or fell silent: the span ends with the last data.</summary>
    public void Interrupt() => _isRunning = false;

    /// <summary>Whether data came all through a time.</summary>
    /// <param name="fromUtc">Start; UTC.</param>
    /// <param name="toUtc">End; UTC.</param>
    /// <param name="tolerance">How long before the end the last data may lie.</param>
    public bool Covers(DateTime fromUtc, DateTime toUtc, TimeSpan tolerance)
    {
        for (int i = _spans.Count - 1; i >= 0; i--)
        {
            if (_spans[i].FromUtc <= fromUtc)
            {
                return _spans[i].ToUtc >= toUtc - tolerance;
            }
        }

        return false;
    }
}
