namespace LiqIndicators.Sessions.Feeds.Streams;

/// <summary>Remembers when a stream delivered: what was missed in between can never be had again.</summary>
internal sealed class Coverage
{
    private const int UsualSpans = 512;

    private readonly int _mostSpans;
    private readonly List<(DateTime FromUtc, DateTime ToUtc)> _spans = new();
    private bool _isRunning;

    /// <summary>Nothing came yet.</summary>
    /// <param name="mostSpans">Most spans to remember; the oldest leave.</param>
    public Coverage(int mostSpans = UsualSpans) => _mostSpans = mostSpans;

    /// <summary>Whether an interruption since the first data lasted beyond a time.</summary>
    public bool HasGapSince(DateTime timeUtc) => _spans.Count > 1 && _spans[^1].FromUtc > timeUtc;

    /// <summary>When the first data of the newest span came; UTC.</summary>
    /// <exception cref="InvalidOperationException">No data came yet.</exception>
    public DateTime LastFromUtc => _spans.Count > 0 ? _spans[^1].FromUtc : throw new InvalidOperationException("No data came yet.");

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
        if (_spans.Count > _mostSpans)
        {
            _spans.RemoveAt(0);
        }
    }

    /// <summary>Data came all through a time after all before, as a recording tells.</summary>
    public void Add(DateTime fromUtc, DateTime toUtc)
    {
        Interrupt();
        Note(fromUtc);
        Note(toUtc);
        Interrupt();
    }

    /// <summary>The stream broke or fell silent: the span ends with the last data.</summary>
    public void Interrupt() => _isRunning = false;

    /// <summary>Whether data came all through a time.</summary>
    /// <param name="fromUtc">Start; UTC.</param>
    /// <param name="toUtc">End; UTC.</param>
    public bool Covers(DateTime fromUtc, DateTime toUtc)
    {
        for (int i = _spans.Count - 1; i >= 0; i--)
        {
            if (_spans[i].FromUtc <= fromUtc)
            {
                return _spans[i].ToUtc >= toUtc;
            }
        }

        return false;
    }

    /// <summary>Whether the next data decide if they came all through a time: so far they did, but for its end.</summary>
    /// <param name="fromUtc">Start; UTC.</param>
    /// <param name="toUtc">End; UTC.</param>
    public bool MayYetCover(DateTime fromUtc, DateTime toUtc) => _isRunning && _spans[^1].FromUtc <= fromUtc && _spans[^1].ToUtc < toUtc;
}
