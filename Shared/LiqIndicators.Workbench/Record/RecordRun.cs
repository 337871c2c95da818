using LiqIndicators.Analytics.Market;
using LiqIndicators.Sessions.Feeds;
using LiqIndicators.Workbench.Commands;
using LiqIndicators.Workbench.Transports;

namespace LiqIndicators.Workbench.Record;

/// <summary>Records a market: the feed hears, the writer stores once a second, gaps are marked as they show.</summary>
internal sealed class RecordRun(RecordStore store, FollowedMarket market, LiveFeedOptions options, Action<string> log)
{
    private const int MostWaiting = 2000;

    private static readonly TimeSpan StoreInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan GapInterval = TimeSpan.FromHours(1);

    // A database that is away for longer than this has to be looked at.
    private static readonly TimeSpan LongestRefusal = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan RefusalPause = TimeSpan.FromSeconds(5);

    private readonly StoreWriter _writer = new(store, new SystemClock());
    private DateTime _storeUtc;
    private DateTime _gapUtc;
    private DateTime? _refusedUtc;
    private bool _wasComplete;

    /// <summary>Records until it is stopped, or until the history is there.</summary>
    /// <param name="isOnce">Whether to end when the history is there.</param>
    /// <param name="output">Receives a line now and then.</param>
    /// <param name="stop">Ends it from outside.</param>
    /// <returns>Whether every venue took part and its history is there.</returns>
    internal bool Go(bool isOnce, TextWriter output, CancellationToken stop)
    {
        using FeedHost host = new(market, options, _writer, log, _writer);
        output.WriteLine($"recording {market.Market} on {string.Join(", ", market.Venues.Select(venue => venue.Id))} into {store.Name}");
        output.Flush();
        host.Run(() => Pump(host, output), () => isOnce && IsDone(host.Feed), stop);
        _writer.Flush();
        Say(host, output, GapBook.Refresh(store));
        return host.Feed.IsComplete && host.Feed.Report().All(report => report.State != FeedSourceState.NotAvailable);
    }

    private static bool IsDone(LiveMarketFeed feed) =>
        feed.IsComplete || feed.Report().All(report => report.State == FeedSourceState.NotAvailable);

    private void Pump(FeedHost host, TextWriter output)
    {
        DateTime nowUtc = host.Clock.NowUtc;

        // Bars are of no use here, but a feed hands each out once, and what nobody takes would wait for ever.
        while (host.Feed.TryTake(nowUtc, out MarketBar _))
        {
        }

        bool isNewlyComplete = host.Feed.IsComplete && !_wasComplete;
        bool areGapsDue = isNewlyComplete || nowUtc >= _gapUtc || _writer.HasNewSpan;
        bool isStoreDue = _refusedUtc is null && (areGapsDue || _writer.Waiting >= MostWaiting);
        if (!isStoreDue && nowUtc < _storeUtc)
        {
            return;
        }

        if (TryStore(nowUtc, areGapsDue, out int gaps) && areGapsDue)
        {
            _gapUtc = nowUtc + GapInterval;
            if (isNewlyComplete || _wasComplete)
            {
                Say(host, output, gaps);
            }

            _wasComplete |= isNewlyComplete;
        }
    }

    // A database may be away for a while: what is heard meanwhile waits.
    private bool TryStore(DateTime nowUtc, bool marksGaps, out int gaps)
    {
        gaps = 0;
        try
        {
            _writer.Flush();
            gaps = marksGaps ? GapBook.Refresh(store) : 0;
            _refusedUtc = null;
            _storeUtc = nowUtc + StoreInterval;
            return true;
        }
        catch (CommandException e) when (nowUtc - (_refusedUtc ?? nowUtc) < LongestRefusal)
        {
            _refusedUtc ??= nowUtc;
            _storeUtc = nowUtc + RefusalPause;
            log(e.Message);
            return false;
        }
    }

    private void Say(FeedHost host, TextWriter output, int gaps)
    {
        foreach (FeedSourceReport report in host.Feed.Report())
        {
            string state = report.State == FeedSourceState.NotAvailable ? $"not available here: {report.Reason}" : report.State.ToString();
            output.WriteLine(FormattableString.Invariant($"{host.Clock.NowUtc:yyyy-MM-dd HH:mm:ss} {report.Venue} {report.Symbol}: {state}, {100 * report.LoadedShare:0}% of {options.History.TotalDays:0} days"));
        }

        output.WriteLine(FormattableString.Invariant($"{host.Clock.NowUtc:yyyy-MM-dd HH:mm:ss} rows written {_writer.Stored}, gaps {gaps}"));
        output.Flush();
    }
}
