using LiqIndicators.Sessions.Feeds.Series;

namespace LiqIndicators.Sessions.Feeds;

/// <summary>Which venues make the bars, and from which bar on; open interest may begin later.</summary>
/// <remarks>
/// The members stay the same from the first bar to the last: a venue that joined in the middle would look like positions being
/// opened. Venues with much less history than the rest are left out rather than cutting the others short, and so are venues that have
/// told nothing for longer than a hole may be.
/// </remarks>
/// <param name="Prices">Venues with prices, best first.</param>
/// <param name="Members">Venues whose open interest counts.</param>
/// <param name="First">Number of the first bar.</param>
/// <param name="InterestFirst">Number of the first bar that has open interest of all members.</param>
internal sealed record FeedBlock(
    IReadOnlyList<SourceFeed> Prices, IReadOnlyList<SourceFeed> Members, long First, long InterestFirst)
{
    // Holes shorter than this do not end a history.
    private const int LongestHole = 12;

    private const int FreshBars = 3;

    // Share of the longest history that a member must have.
    private const double ShortestHistory = 0.9;

    /// <summary>The best block of what is loaded.</summary>
    /// <param name="sources">All venues, those with the best prices first.</param>
    /// <param name="historyBars">Most bars of history.</param>
    /// <param name="isComplete">Whether loading is over, so that what is short now stays short.</param>
    /// <param name="nowUtc">Now.</param>
    /// <param name="otherwise">First bar when nothing is loaded.</param>
    public static FeedBlock Choose(IReadOnlyList<SourceFeed> sources, int historyBars, bool isComplete, DateTime nowUtc, long otherwise)
    {
        List<SourceFeed> prices = [];
        List<(SourceFeed Source, long First)> members = [];
        foreach (SourceFeed source in sources)
        {
            // A venue that refuses this place keeps what it gave before.
            if (source.IsVendor || source.Instrument is null || Reach(source, historyBars, nowUtc) is not { } first)
            {
                continue;
            }

            prices.Add(source);
            if (HasInterest(source, nowUtc) && (isComplete || source.HasOpenInterestHistory))
            {
                members.Add((source, first));
            }
        }

        long last = sources[0].LastClosed(nowUtc);
        if (isComplete && members.Count > 0)
        {
            long best = members.Min(member => member.First);
            members = members.Where(member => member.First - best <= (1 - ShortestHistory) * (last - best + 1)).ToList();
        }

        long interest = members.Count > 0 ? members.Max(member => member.First) : long.MaxValue;
        long price = prices.Count > 0 ? prices.Min(source => PriceReach(source, historyBars, nowUtc)) : otherwise;
        // Prices without open interest are of use where there would be next to nothing without them.
        bool isMostlyWithout = isComplete && last - interest < (last - price) / 2;
        return new FeedBlock(
            prices,
            members.Select(member => member.Source).ToList(),
            members.Count > 0 && !isMostlyWithout ? interest : price,
            interest);
    }

    /// <summary>Whether a venue has anything to show.</summary>
    public static bool HasHistory(SourceFeed source, int historyBars, DateTime nowUtc) => Reach(source, historyBars, nowUtc) is not null;

    /// <summary>Whether the bars would be others, by more than a few at the beginning.</summary>
    /// <remarks>A venue that is told of beside the members, for its liquidations and its funding, counts like one of them.</remarks>
    public bool IsOtherThan(FeedBlock other) =>
        !Members.SequenceEqual(other.Members) || !Prices.SequenceEqual(other.Prices) || First < other.First - LongestHole;

    /// <summary>Whether a venue has told prices of late.</summary>
    public static bool IsFresh(SourceFeed source, DateTime nowUtc)
    {
        long last = source.LastClosed(nowUtc);
        return Enumerable.Range(0, FreshBars).Any(i => source.Grid.At(last - i).HasCandle);
    }

    /// <summary>Whether a venue has told nothing for so long that the block would be chosen without it.</summary>
    public static bool IsSilent(SourceFeed source, DateTime nowUtc)
    {
        long last = source.LastClosed(nowUtc);
        return !HasInterest(source, nowUtc) || !Enumerable.Range(0, LongestHole + 1).Any(i => source.Grid.At(last - i).HasCandle);
    }

    private static bool HasInterest(SourceFeed source, DateTime nowUtc)
    {
        long last = source.LastClosed(nowUtc);
        return Enumerable.Range(0, LongestHole).Any(i => source.Grid.At(last - i).HasOpenInterest);
    }

    // The oldest bar from which on a venue has prices, and open interest if it has any, but for short holes.
    private static long? Reach(SourceFeed source, int historyBars, DateTime nowUtc)
    {
        bool hasInterest = HasInterest(source, nowUtc);
        return Reach(source, historyBars, nowUtc, slot => slot.HasCandle && (slot.HasOpenInterest || !hasInterest));
    }

    private static long PriceReach(SourceFeed source, int historyBars, DateTime nowUtc) =>
        Reach(source, historyBars, nowUtc, slot => slot.HasCandle) ?? long.MaxValue;

    private static long? Reach(SourceFeed source, int historyBars, DateTime nowUtc, Func<BarSlot, bool> isThere)
    {
        long last = source.LastClosed(nowUtc);
        long? reach = null;
        int hole = 0;
        for (long number = last; number > last - historyBars && hole <= LongestHole; number--)
        {
            bool isHole = !isThere(source.Grid.At(number));
            hole = isHole ? hole + 1 : 0;
            reach = isHole ? reach : number;
        }

        return reach;
    }
}
