using LiqIndicators.Analytics.Market;
using LiqIndicators.MarketData.Feeds;
using LiqIndicators.Sessions.Alerts;
using LiqIndicators.Sessions.Presentation;

namespace LiqIndicators.Sessions.Following;

/// <summary>Follows one derivatives market bar by bar and remembers what was known when, independent of any chart.</summary>
/// <remarks>All methods run on the algo's thread.</remarks>
/// <typeparam name="TReadings">What other algos can read at a time.</typeparam>
public abstract class MarketSession<TReadings>
    where TReadings : struct
{
    // A chart's bar may be as long as a month, and tells what was published during it.
    private static readonly TimeSpan LongestChartBar = TimeSpan.FromDays(32);

    private readonly ReadingsLog<TReadings> _readings;
    private readonly ReadingsLog<double> _prices = new(double.NaN);
    private TimeSpan _barLength;
    private int _generation;
    private bool _hasBegun;

    private protected MarketSession(IMarketFeed feed, TReadings none)
    {
        ArgumentNullException.ThrowIfNull(feed);
        Feed = feed;
        _generation = feed.Generation;
        _readings = new ReadingsLog<TReadings>(none);
    }

    /// <summary>What is worth an alert.</summary>
    public abstract IReadOnlyList<AlertWatch<TReadings>> Watches { get; }

    /// <summary>When the first of the bars taken by the last call that took any was published; the beginning of time after a new start.</summary>
    public DateTime NewSinceUtc { get; private set; }

    /// <summary>What prices of the market are multiplied by to stand right on the broker's chart.</summary>
    public PriceOffset Offset { get; } = new();

    /// <summary>Whether the last call of <see cref="Advance"/> ended because it had taken its most bars: readings are then not about now.</summary>
    public bool IsBehind { get; private set; }

    /// <summary>How many readings are remembered: as far back as a feed that starts anew reaches, or a chart's longest bar.</summary>
    internal int RememberedReadings => _readings.Count;

    private protected IMarketFeed Feed { get; }

    private protected ReadingsLog<TReadings> Log => _readings;

    /// <summary>How old readings may be and still count; without limit unless a session says otherwise.</summary>
    private protected virtual TimeSpan LongestAge => TimeSpan.MaxValue;

    /// <summary>Takes every bar published by a time.</summary>
    /// <param name="asOfUtc">The time the algo lives in; UTC. Going back takes nothing and forgets nothing.</param>
    /// <param name="mostBars">Most bars to take now, for whoever cannot wait for a long history; the rest is taken by later calls.</param>
    /// <returns>Whether there is anything new to draw.</returns>
    public bool Advance(DateTime asOfUtc, int mostBars = int.MaxValue)
    {
        bool isNew = false;
        int taken = 0;
        for (; taken < mostBars && Feed.TryTake(asOfUtc, out MarketBar bar); taken++)
        {
            bool isNewStart = _hasBegun && Feed.Generation != _generation;
            if (!_hasBegun || isNewStart)
            {
                _hasBegun = true;
                _generation = Feed.Generation;
                FeedStatus status = Feed.StatusAt(bar.TimeUtc);
                _barLength = status.BarLength;
                int mostReadings = Math.Max(status.HistoryBars, (int)(LongestChartBar / _barLength));
                _readings.Clear(mostReadings);
                _prices.Clear(mostReadings);
                Offset.Clear();
                Begin(_barLength);
            }

            DateTime publishedUtc = bar.TimeUtc + _barLength;
            NewSinceUtc = isNewStart ? DateTime.SpecifyKind(DateTime.MinValue, DateTimeKind.Utc) : isNew ? NewSinceUtc : publishedUtc;
            _readings.Add(publishedUtc, Take(bar, publishedUtc));
            _prices.Add(publishedUtc, bar.Close);
            isNew = true;
        }

        IsBehind = taken == mostBars;
        return isNew;
    }

    /// <summary>What was known at a time; only bars published by then have a part in it.</summary>
    /// <param name="asOfUtc">UTC.</param>
    public TReadings ReadingsAsOf(DateTime asOfUtc) => OnChart(_readings.AsOf(asOfUtc, LongestAge), Offset.AsOf(asOfUtc));

    /// <summary>Compares a closed bar of the broker's chart with the market at that time, for the <see cref="Offset"/>; in order of time.</summary>
    /// <param name="closedUtc">When the bar closed; UTC.</param>
    /// <param name="tolerance">How old the market's price may be; above zero.</param>
    /// <param name="brokerPrice">The bar's close.</param>
    public void Compare(DateTime closedUtc, TimeSpan tolerance, double brokerPrice)
    {
        TimeSpan longestAge = (tolerance < _barLength ? tolerance : _barLength) - TimeSpan.FromTicks(1);
        Offset.Note(closedUtc, brokerPrice, _prices.AsOf(closedUtc, longestAge));
    }

    /// <summary>What a bar of a chart shows: what was known at its close, and the sums of what was published during it.</summary>
    /// <param name="openedUtc">Opening time of the chart's bar; UTC.</param>
    /// <param name="asOfUtc">Its close, or now; UTC.</param>
    public virtual TReadings ReadingsOver(DateTime openedUtc, DateTime asOfUtc) => ReadingsAsOf(asOfUtc);

    /// <summary>Where the data come from, how old they are and what is wrong with them.</summary>
    /// <param name="asOfUtc">The time the algo lives in; UTC.</param>
    public FeedStatus StatusAt(DateTime asOfUtc) => Feed.StatusAt(asOfUtc);

    /// <summary>The text of the card at a time.</summary>
    /// <param name="asOfUtc">The time the algo lives in; UTC.</param>
    public abstract HudCard Card(DateTime asOfUtc);

    /// <summary>Moves the prices among readings to where they stand on the broker's chart.</summary>
    private protected virtual TReadings OnChart(in TReadings readings, double ratio) => readings;

    /// <summary>Starts without history, before the first bar and whenever bars taken so far no longer hold.</summary>
    private protected abstract void Begin(TimeSpan barLength);

    /// <summary>Takes a closed bar.</summary>
    private protected abstract TReadings Take(in MarketBar bar, DateTime publishedUtc);
}
