using LiqIndicators.Analytics.Statistics;

namespace LiqIndicators.Sessions.Feeds;

/// <summary>A venue's clock less ours: the median of the last readings, so that one slow answer does not move it.</summary>
internal sealed class ClockSkew
{
    private const int Readings = 9;

    private readonly RobustWindow _seconds = new(Readings);

    /// <summary>Whether anything was measured.</summary>
    public bool IsKnown => _seconds.Count > 0;

    /// <summary>What to add to our time to get the venue's; zero while unknown.</summary>
    public TimeSpan Value { get; private set; }

    /// <summary>Takes a time of the venue that was written between two times of ours.</summary>
    public void Note(DateTime venueUtc, DateTime sentUtc, DateTime receivedUtc)
    {
        double seconds = (venueUtc - sentUtc - ((receivedUtc - sentUtc) / 2)).TotalSeconds;
        Value = TimeSpan.FromSeconds(_seconds.Preview(seconds).Median);
        _seconds.Add(seconds);
    }
}
