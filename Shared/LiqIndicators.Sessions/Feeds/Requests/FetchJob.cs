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
        bool isOptional)
    {
        IsWanted = isWanted;
        IsOptional = isOptional;
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

    /// <summary>A job of a query.</summary>
    /// <typeparam name="T">What the answer holds.</typeparam>
    /// <param name="line">The venue's line.</param>
    /// <param name="rank">Lower goes first.</param>
    /// <param name="query">What to ask and how to read it.</param>
    /// <param name="done">Takes the value and the time of its arrival.</param>
    /// <param name="giveUp">Takes an error that asking again does not cure; any error of an optional job.</param>
    /// <param name="isWanted">Whether the answer is still of use.</param>
    /// <param name="isOptional">Whether its failure is no failure of the venue.</param>
    public static FetchJob Of<T>(
        VenueLine line,
        int rank,
        VenueQuery<T> query,
        Action<T, DateTime> done,
        Action<FetchError, DateTime> giveUp,
        Func<bool> isWanted,
        bool isOptional = false) => new(
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
        isOptional);

    /// <summary>Takes an answer; gives the reason when it held no data.</summary>
    public FetchError? Take(TransportReply reply, DateTime receivedUtc) => _take(reply, receivedUtc);

    /// <summary>Tells the owner that there will be no data.</summary>
    public void GiveUp(FetchError error, DateTime nowUtc) => _giveUp(error, nowUtc);
}
