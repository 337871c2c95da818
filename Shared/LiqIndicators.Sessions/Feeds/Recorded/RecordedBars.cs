using LiqIndicators.Analytics.Market;
using LiqIndicators.MarketData.Rows;
using LiqIndicators.MarketData.Venues;
using LiqIndicators.Sessions.Feeds.Series;
using LiqIndicators.Sessions.Feeds.Streams;
using LiqIndicators.Sessions.Feeds.Symbols;

namespace LiqIndicators.Sessions.Feeds.Recorded;

/// <summary>Adds recordings of several venues up to the bars of one market, by the rules of the live feed.</summary>
public static class RecordedBars
{
    /// <summary>Share of the longest history of open interest that a venue must have to count: one that joins late looks like positions being opened.</summary>
    public const double ShortestHistory = 0.9;

    /// <summary>The market's bars.</summary>
    /// <param name="venues">Recordings, the venue with the best prices first.</param>
    /// <param name="barLength">Length of their bars.</param>
    /// <param name="leftOut">Receives the venues whose open interest is too short to count.</param>
    /// <returns>Closed bars in time order; empty when nothing was recorded.</returns>
    public static IReadOnlyList<MarketBar> Of(
        IReadOnlyList<VenueRecording> venues, TimeSpan barLength, ICollection<VenueRecording> leftOut)
    {
        ArgumentNullException.ThrowIfNull(venues);
        ArgumentNullException.ThrowIfNull(leftOut);
        List<VenueRecording> priced = venues.Where(venue => venue.Candles.Count > 0).ToList();
        if (priced.Count == 0)
        {
            return [];
        }

        DateTime firstUtc = priced.Min(venue => venue.Candles[0].TimeUtc);
        DateTime lastUtc = priced.Max(venue => venue.Candles[^1].TimeUtc);
        Dictionary<VenueRecording, IBarSource> sources = venues.ToDictionary(
            venue => venue, venue => (IBarSource)new Source(venue, barLength, firstUtc, lastUtc));
        List<VenueRecording> members = Members(priced, barLength, lastUtc, leftOut);
        long interestFirst = members.Count == 0
            ? long.MaxValue
            : members.Max(venue => (venue.FirstInterestUtc(barLength)!.Value - DateTime.UnixEpoch).Ticks / barLength.Ticks);
        BarAggregator aggregator = new(
            priced.Select(venue => sources[venue]).ToList(),
            members.Select(venue => sources[venue]).ToList(),
            venues.Where(venue => venue.Totals.Count > 0).Select(venue => sources[venue]).ToList(),
            interestFirst);
        List<MarketBar> bars = [];
        BarGrid grid = sources[priced[0]].Grid;
        for (long number = grid.NumberOf(firstUtc); number <= grid.NumberOf(lastUtc); number++)
        {
            if (aggregator.TryBuild(number, out MarketBar bar, out _))
            {
                bars.Add(bar);
            }
        }

        return bars;
    }

    private static List<VenueRecording> Members(
        List<VenueRecording> priced, TimeSpan barLength, DateTime lastUtc, ICollection<VenueRecording> leftOut)
    {
        List<VenueRecording> members = priced.Where(venue => venue.OpenInterest.Count > 0).ToList();
        if (members.Count == 0)
        {
            return members;
        }

        DateTime firstUtc = members.Min(venue => venue.FirstInterestUtc(barLength)!.Value);
        TimeSpan longest = lastUtc + barLength - firstUtc;
        foreach (VenueRecording venue in members.Where(venue => venue.FirstInterestUtc(barLength) - firstUtc > (1 - ShortestHistory) * longest).ToList())
        {
            members.Remove(venue);
            leftOut.Add(venue);
        }

        return members;
    }

    private sealed class Source : IBarSource
    {
        public Source(VenueRecording venue, TimeSpan barLength, DateTime firstUtc, DateTime lastUtc)
        {
            Name = $"{venue.Venue} {venue.Symbol}";
            Weight = venue.Weight;
            long bars = ((lastUtc - firstUtc).Ticks / barLength.Ticks) + 1;
            Grid = new BarGrid(barLength, checked((int)bars));
            Grid.Advance(Grid.NumberOf(lastUtc));
            foreach (CandleRow row in venue.Candles)
            {
                Grid.Take(row);
            }

            foreach (OpenInterestRow row in venue.OpenInterest)
            {
                Grid.Take(row);
            }

            foreach (LiquidationTotalsRow row in venue.Totals)
            {
                Grid.SetLiquidated(
                    Grid.NumberOf(row.TimeUtc), new LiquidatedSum((double)row.LongNotional, (double)row.ShortNotional, double.NaN, double.NaN));
            }

            Funding.Take(venue.Funding);
            LiquidationsOf = VenueSymbols.LiquidationsOf(venue.Venue, venue.Symbol);
            SamplesLiquidations = VenueSymbols.SamplesLiquidations(venue.Venue);
            AddLiquidations(venue);
        }

        public string Name { get; }

        public BarGrid Grid { get; }

        public FundingTrack Funding { get; } = new(int.MaxValue);

        public double Weight { get; }

        public VenueId? LiquidationsOf { get; }

        public bool SamplesLiquidations { get; }

        // A bar that the stream was not heard through has no sum, as in the live feed.
        private void AddLiquidations(VenueRecording venue)
        {
            if (venue.Heard.Count == 0)
            {
                return;
            }

            LiquidationSums sums = new(Grid);
            Coverage coverage = new(int.MaxValue);
            foreach ((DateTime fromUtc, DateTime toUtc) in venue.Heard)
            {
                coverage.Add(fromUtc, toUtc);
            }

            int next = 0;
            for (long number = Grid.Oldest; number <= Grid.Newest; number++)
            {
                for (; next < venue.Liquidations.Count && Grid.NumberOf(venue.Liquidations[next].TimeUtc) <= number; next++)
                {
                    sums.Take(venue.Liquidations[next]);
                }

                sums.Settle(number, number, coverage, TimeSpan.Zero);
            }
        }
    }
}
