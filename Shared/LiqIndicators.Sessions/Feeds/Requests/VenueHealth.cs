using LiqIndicators.MarketData.Results;

namespace LiqIndicators.Sessions.Feeds.Requests;

/// <summary>Decides when a venue may be asked again after it failed or refused.</summary>
/// <remarks>
/// Pauses double from one second to five minutes, each with a jitter of a quarter; what the venue asks for is the least. Where no answer
/// comes at all they end at a minute: such a request burdens nobody, and tells soon that the network is back.
/// A refusal of this place or key is not argued with: the venue is asked again after an hour.
/// </remarks>
internal sealed class VenueHealth
{
    private const double LongestPauseSeconds = 300;
    private const double LongestPauseWithoutAnswerSeconds = 60;
    private const double BanPauseSeconds = 120;

    // What a venue asks for beyond this is a mistake of somebody's clock.
    private static readonly TimeSpan LongestAsked = TimeSpan.FromDays(7);

    private static readonly TimeSpan Refusal = TimeSpan.FromHours(1);

    private readonly Random _jitter;
    private readonly SaidOnce _said = new();
    private int _failures;

    public VenueHealth(Random jitter) => _jitter = jitter;

    /// <summary>When the venue may be asked again; in the past when it may be now.</summary>
    public DateTime PausedUntilUtc { get; private set; }

    /// <summary>Whether it refuses this place or key.</summary>
    public bool IsRefused { get; private set; }

    /// <summary>Why it pauses or refuses; empty when it does neither.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Whether its last answer held no data, for a reason that passes by itself: one request at a time is enough to learn that it has passed.</summary>
    public bool IsFailing => _failures > 0;

    /// <summary>Whether it may be asked now.</summary>
    public bool MayAsk(DateTime nowUtc) => nowUtc >= PausedUntilUtc;

    /// <summary>Takes a failure as told; false if it is to be kept back, because it was told since the last answer that held data or many others were.</summary>
    public bool TrySay(FetchError error) => _said.TrySay(error.Message);

    /// <summary>An answer held data.</summary>
    public void Succeeded()
    {
        _said.Forget();
        _failures = 0;
        IsRefused = false;
        Reason = "";
    }

    /// <summary>An answer held none, for a reason that concerns the venue or passes by itself; its times are by our clock.</summary>
    public void Failed(FetchError error, DateTime nowUtc)
    {
        Reason = error.Message;
        if (!error.IsTransient)
        {
            IsRefused = true;
            Pause(nowUtc + Refusal);
            return;
        }

        _failures++;
        double longest = error.Kind == FetchErrorKind.Network ? LongestPauseWithoutAnswerSeconds : LongestPauseSeconds;
        double seconds = GrowingPause.Seconds(_failures, longest, _jitter);
        if (error.Kind == FetchErrorKind.Banned)
        {
            seconds = Math.Max(seconds, BanPauseSeconds);
        }

        if (error.RetryAfter is { } asked)
        {
            // Not at the very second that everybody else was told.
            seconds = Math.Max(seconds, Math.Min(asked.TotalSeconds, LongestAsked.TotalSeconds) + _jitter.NextDouble());
        }

        DateTime until = nowUtc + TimeSpan.FromSeconds(seconds);
        Pause(error.UntilUtc > until && error.UntilUtc < nowUtc + LongestAsked ? error.UntilUtc.Value.AddSeconds(1) : until);
    }

    private void Pause(DateTime untilUtc) => PausedUntilUtc = untilUtc > PausedUntilUtc ? untilUtc : PausedUntilUtc;
}
