using LiqIndicators.MarketData.Ports;
using LiqIndicators.MarketData.Results;
using LiqIndicators.MarketData.Venues;

namespace LiqIndicators.Sessions.Feeds.Requests;

/// <summary>A request to be made when its turn comes.</summary>
internal sealed class FetchJob
{
    private readonly Func<TransportReply, DateTime, FetchError?> _take;
    private readonly Action<FetchError, DateTime> _giveUp;

    private FetchJob(
        VenueLine line,
        int rank,
        VenueRequest request,
        Func<TransportReply, DateTime, FetchError?> take,
        Action<FetchError, DateTime> giveUp,
        Func<bool> isWanted,
        bool isOptional,
        bool isPlannedAnew,
        DateTime untilUtc)
    {
        IsWanted = isWanted;
        IsOptional = isOptional;
        IsPlannedAnew = isPlannedAnew;
        UntilUtc = untilUtc;
        Line = line;
        Rank = rank;
        Request = request;
        _take = take;
        _giveUp = giveUp;
    }

    public VenueLine Line { get; }

    /// <summary>Lower goes first.</summary>
    public int Rank { get; }

    public VenueRequest Request { get; }

    /// <summary>Whether the answer is still of use; a job that is not is dropped unsent.</summary>
    public Func<bool> IsWanted { get; }

    /// <summary>Whether its failure is no failure of the venue: it is given up at once, and its owner says and decides what then.</summary>
    public bool IsOptional { get; }

    /// <summary>Whether its owner plans anew when it fails for a reason that passes by itself; else the desk sends it again as it was.</summary>
    public bool IsPlannedAnew { get; }

    /// <summary>When the answer is of no use any more; a job that is still unsent then is dropped; UTC.</summary>
    public DateTime UntilUtc { get; }

    /// <summary>A job of a query.</summary>
    /// <typeparam name="T">What the answer holds.</typeparam>
    /// <param name="line">The venue's line.</param>
    /// <param name="rank">Lower goes first.</param>
    /// <param name="query">What to ask and how to read it.</param>
    /// <param name="done">Takes the value and the time of its arrival.</param>
    /// <param name="giveUp">Takes an error that asking again does not cure; any error of a job that is optional or planned anew.</param>
    /// <param name="isWanted">Whether the answer is still of use.</param>
    /// <param name="isOptional">Whether its failure is no failure of the venue.</param>
    /// <param name="isPlannedAnew">Whether its owner plans anew when it fails for a reason that passes by itself.</param>
    /// <param name="untilUtc">When the answer is of no use any more; null for never.</param>
    public static FetchJob Of<T>(
        VenueLine line,
        int rank,
        VenueQuery<T> query,
        Action<T, DateTime> done,
        Action<FetchError, DateTime> giveUp,
        Func<bool> isWanted,
        bool isOptional = false,
        bool isPlannedAnew = false,
        DateTime? untilUtc = null) => new(
        line,
        rank,
        query.Request,
        (reply, receivedUtc) =>
        {
            FetchResult<T> result = line.Venue.Read(query, reply, receivedUtc);
            if (result.IsSuccess)
            {
                done(result.Value, receivedUtc);
            }

            return result.Error;
        },
        giveUp,
        isWanted,
        isOptional,
        isPlannedAnew,
        untilUtc ?? DateTime.MaxValue);

    /// <summary>Takes an answer; gives the reason when it held no data.</summary>
    public FetchError? Take(TransportReply reply, DateTime receivedUtc) => _take(reply, receivedUtc);

    /// <summary>Tells the owner that there will be no data.</summary>
    public void GiveUp(FetchError error, DateTime nowUtc) => _giveUp(error, nowUtc);
}
