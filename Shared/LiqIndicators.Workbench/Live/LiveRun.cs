using LiqIndicators.Workbench.Transports;

namespace LiqIndicators.Workbench.Live;

/// <summary>Follows a market and takes pictures of it.</summary>
/// <param name="symbol">The user's word for the market.</param>
/// <param name="host">Runs the feed.</param>
/// <param name="period">Length of the bars that readings are made of.</param>
internal sealed class LiveRun(string symbol, FeedHost host, TimeSpan period)
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(250);

    private readonly LiveReadings _readings = new(host.Feed, period);

    /// <summary>The first complete picture, or the last one in time.</summary>
    /// <param name="timeout">How long to wait.</param>
    /// <param name="advance">Hears of loading in percent of all history.</param>
    /// <param name="stop">Ends it from outside.</param>
    internal LivePicture UntilComplete(TimeSpan timeout, Action<double> advance, CancellationToken stop)
    {
        DateTime endUtc = host.Clock.NowUtc + timeout;
        LivePicture? last = null;
        double told = 0;
        Each(
            LookInterval,
            picture =>
            {
                last = picture;
                double loaded = picture.LoadedPct;
                advance(loaded - told);
                told = loaded;
            },
            () => last is { } picture && (picture.IsFinal || host.Clock.NowUtc >= endUtc),
            stop);
        return last ?? Picture();
    }

    /// <summary>Pictures at even times until it is ended from outside.</summary>
    internal void Each(TimeSpan every, Action<LivePicture> show, CancellationToken stop) => Each(every, show, () => false, stop);

    private void Each(TimeSpan every, Action<LivePicture> show, Func<bool> isDone, CancellationToken stop)
    {
        DateTime nextUtc = host.Clock.NowUtc;
        host.Run(
            () =>
            {
                if (host.Clock.NowUtc >= nextUtc)
                {
                    nextUtc = host.Clock.NowUtc + every;
                    show(Picture());
                }
            },
            isDone,
            stop);
    }

    private LivePicture Picture()
    {
        DateTime nowUtc = host.Clock.NowUtc;
        _readings.Advance(nowUtc);
        return LivePicture.Of(symbol, host.Feed, _readings, nowUtc);
    }
}
