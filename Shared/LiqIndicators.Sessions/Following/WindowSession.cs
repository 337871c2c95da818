using LiqIndicators.Analytics.Market;
using LiqIndicators.MarketData.Feeds;
using LiqIndicators.Sessions.Presentation;

namespace LiqIndicators.Sessions.Following;

/// <summary>A session behind an indicator with its own window: readings that expire, one line of text, drawings on the price chart.</summary>
/// <typeparam name="TReadings">What other algos can read at a time; NaN where not available.</typeparam>
public abstract class WindowSession<TReadings> : MarketSession<TReadings>
    where TReadings : struct
{
    // One bar may be late; after a second one is missing the number is no longer about now.
    private const int BarsUntilStale = 3;

    private TimeSpan _barLength = TimeSpan.FromHours(1);

    private protected WindowSession(IMarketFeed feed, TReadings none)
        : base(feed, none)
    {
    }

    private protected abstract string Title { get; }

    private protected TimeSpan BarLength => _barLength;

    private protected double BarHours => _barLength.TotalHours;

    private protected bool HasBars { get; private set; }

    private protected sealed override TimeSpan LongestAge => _barLength * BarsUntilStale;

    /// <summary>What to draw on the price chart now.</summary>
    /// <param name="drawing">Cleared and filled.</param>
    /// <param name="asOfUtc">Now, for the age of the data; UTC.</param>
    /// <param name="lastBarUtc">Opening time of the chart's last bar; UTC.</param>
    /// <param name="barLength">Length of the chart's bars; above zero.</param>
    public void Draw(ChartDrawing drawing, DateTime asOfUtc, DateTime lastBarUtc, TimeSpan barLength)
    {
        ArgumentNullException.ThrowIfNull(drawing);
        drawing.Clear(Feed.StatusAt(asOfUtc).Quality.HasFlag(FeedQuality.Stale));
        if (HasBars)
        {
            Fill(drawing, lastBarUtc, barLength);
        }
    }

    /// <inheritdoc/>
    public sealed override HudCard Card(DateTime asOfUtc)
    {
        FeedStatus status = Feed.StatusAt(asOfUtc);
        bool isStale = status.Quality.HasFlag(FeedQuality.Stale);
        List<HudLine> lines = [];
        if (!HasBars)
        {
            lines.Add(new("", status.Notice.Length > 0 ? status.Notice : $"waiting for market data ({status.Source})", HudTone.Warning));
            return new HudCard(Title, lines, isStale);
        }

        if (isStale)
        {
            lines.Add(new("", "STALE " + NumberText.Age(status.AgeAt(asOfUtc)), HudTone.Warning));
        }

        AddLines(lines);
        return new HudCard(Title, lines, isStale);
    }

    /// <summary>Adds what the window says now, most important first.</summary>
    private protected abstract void AddLines(List<HudLine> lines);

    private protected virtual void Fill(ChartDrawing drawing, DateTime nowUtc, TimeSpan barLength)
    {
    }

    private protected abstract void StartAgain();

    private protected abstract TReadings Read(in MarketBar bar, DateTime publishedUtc);

    private protected sealed override void Begin(TimeSpan barLength)
    {
        _barLength = barLength;
        StartAgain();
    }

    private protected sealed override TReadings Take(in MarketBar bar, DateTime publishedUtc)
    {
        HasBars = true;
        return Read(bar, publishedUtc);
    }

    /// <summary>Whole bars in a number of hours, at least as many as asked for.</summary>
    private protected int Bars(double hours, int least = 1) => Math.Max(least, (int)Math.Round(hours / BarHours));

    /// <summary>One line that names what is missing; nothing when nothing is.</summary>
    private protected static void AddMissing<TLacks>(
        List<HudLine> lines, TLacks lacks, bool isReadable, params (TLacks Flag, string Name)[] names)
        where TLacks : struct, Enum
    {
        string[] missing = [.. names.Where(name => lacks.HasFlag(name.Flag)).Select(name => name.Name)];
        if (missing.Length > 0)
        {
            lines.Add(new("", (isReadable ? "without " : "missing: ") + string.Join(", ", missing), isReadable ? HudTone.Lack : HudTone.Warning));
        }
    }
}
