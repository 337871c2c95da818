using System.Globalization;

namespace LiqIndicators.Sessions.Guarding;

/// <summary>Keeps two instances from guarding one account, as far as shared storage can.</summary>
/// <remarks>
/// The holder renews a heartbeat. Who finds a fresh heartbeat of another stands down; who finds a stale one claims the
/// lock and must find the claim unchanged a second later before acting, so of two that claim at once one wins: ticks may
/// look many times within that second, and until the storage is loaded anew each instance finds its own claim there.
/// </remarks>
public sealed class InstanceLock
{
    /// <summary>How long a claim must stand before it counts; shared storage must be read anew within it.</summary>
    public static readonly TimeSpan ClaimTime = TimeSpan.FromSeconds(1);

    private readonly IJournalStore _store;
    private readonly string _key;
    private readonly string _instance;
    private readonly TimeSpan _heartbeat;
    private readonly TimeSpan _staleAfter;
    private DateTime _lastBeatUtc;
    private DateTime _claimedUtc;

    /// <summary>Prepares the lock; nothing is claimed yet.</summary>
    /// <param name="store">Shared storage.</param>
    /// <param name="account">Number of the account.</param>
    /// <param name="instance">Name of this instance, unique among all; without a blank.</param>
    /// <param name="heartbeat">Time between heartbeats.</param>
    /// <param name="staleAfter">Silence after which another instance counts as gone.</param>
    public InstanceLock(IJournalStore store, long account, string instance, TimeSpan heartbeat, TimeSpan staleAfter)
    {
        if (string.IsNullOrWhiteSpace(instance) || instance.Contains(' ', StringComparison.Ordinal))
        {
            throw new ArgumentException($"instance is '{instance}'; expected a name without blanks.", nameof(instance));
        }

        _store = store;
        _key = string.Create(CultureInfo.InvariantCulture, $"LeverageGuard {account} lock");
        _instance = instance;
        _heartbeat = heartbeat;
        _staleAfter = staleAfter;
    }

    /// <summary>Whether this instance held the lock at the last look.</summary>
    public bool IsHeld { get; private set; }

    /// <summary>Whether it is claimed and nobody else holds it: the next look will tell.</summary>
    public bool IsClaimed => !IsHeld && _claimedUtc != default;

    /// <summary>Looks at the lock, renews or claims it.</summary>
    /// <param name="nowUtc">UTC.</param>
    /// <returns>Whether this instance holds it.</returns>
    public bool Keep(DateTime nowUtc)
    {
        if (IsHeld && nowUtc - _lastBeatUtc < _heartbeat && nowUtc >= _lastBeatUtc)
        {
            return true;
        }

        (string owner, DateTime beatUtc) = Parse(_store.Read(_key));
        bool isMine = string.Equals(owner, _instance, StringComparison.Ordinal);
        if (!isMine && owner.Length > 0 && (nowUtc - beatUtc).Duration() < _staleAfter)
        {
            IsHeld = false;
            _claimedUtc = default;
            return false;
        }

        if (!isMine)
        {
            _claimedUtc = nowUtc;
            Beat(nowUtc);
            IsHeld = false;
            return false;
        }

        if (!IsHeld && (nowUtc - _claimedUtc).Duration() < ClaimTime)
        {
            return false;
        }

        IsHeld = true;
        Beat(nowUtc);
        return true;
    }

    /// <summary>Gives the lock back at an orderly end.</summary>
    public void Release()
    {
        if (IsHeld)
        {
            _store.Write(_key, string.Empty);
            _store.Flush();
            IsHeld = false;
        }
    }

    private void Beat(DateTime nowUtc)
    {
        _lastBeatUtc = nowUtc;
        _store.Write(_key, string.Create(CultureInfo.InvariantCulture, $"{_instance} {nowUtc.Ticks}"));
        _store.Flush();
    }

    /// <summary>An unreadable text counts as no owner: the alternative would lock everybody out for ever.</summary>
    private static (string Owner, DateTime BeatUtc) Parse(string? text)
    {
        string[] parts = (text ?? string.Empty).Split(' ');
        bool isWhole = parts.Length == 2
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out long ticks)
            && ticks <= DateTime.MaxValue.Ticks;
        return isWhole
            ? (parts[0], new DateTime(long.Parse(parts[1], CultureInfo.InvariantCulture), DateTimeKind.Utc))
            : (string.Empty, default);
    }
}
