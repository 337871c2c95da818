namespace LiqIndicators.Sessions.Feeds.Series;

/// <summary>Remembers which bars were asked for, so that nothing is asked twice at once nor for ever.</summary>
internal sealed class AskBook
{
    // A venue that left a recent bar out may have it a moment later; one that left an old bar out has probably lost it.
    private static readonly TimeSpan Recent = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan OldWait = TimeSpan.FromMinutes(30);
    private const int LongestDoubling = 6;

    // Open interest may come minutes after its close, and for so long a bar waits for it: pauses grow little until then.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(150);
    private static readonly TimeSpan LongestPatientWait = TimeSpan.FromSeconds(30);

    private readonly DateTime[] _nextUtc;
    private readonly byte[] _attempts;
    private readonly long[] _numbers;

    public AskBook(int capacity)
    {
        _nextUtc = new DateTime[capacity];
        _attempts = new byte[capacity];
        _numbers = new long[capacity];
    }

    /// <summary>Whether a bar may be asked for now.</summary>
    public bool MayAsk(long number, DateTime nowUtc) => _nextUtc[Place(number)] <= nowUtc;

    /// <summary>When a bar may be asked for; the end of time while it is under way.</summary>
    public DateTime NextUtc(long number) => _nextUtc[Place(number)];

    /// <summary>Whether a bar was asked for and left out at least once, and is not under way.</summary>
    public bool WasLeftOut(long number) => _attempts[Place(number)] > 0 && _nextUtc[Place(number)] != DateTime.MaxValue;

    /// <summary>Notes that bars are being asked for.</summary>
    public void Asked(long first, long last)
    {
        for (long number = first; number <= last; number++)
        {
            _nextUtc[Place(number)] = DateTime.MaxValue;
        }
    }

    /// <summary>Notes that an answer came; bars that are still missing are asked for again later.</summary>
    public void Answered(long first, long last, Func<long, bool> isMissing, Func<long, DateTime> closeOf, DateTime nowUtc)
    {
        for (long number = first; number <= last; number++)
        {
            int place = Place(number);
            if (!isMissing(number))
            {
                _nextUtc[place] = default;
                continue;
            }

            TimeSpan age = nowUtc - closeOf(number);
            TimeSpan wait = age < Recent ? RecentWait(age) : OldWait * Math.Pow(2, Math.Min(_attempts[place], (byte)LongestDoubling));
            _attempts[place] = (byte)Math.Min(_attempts[place] + 1, byte.MaxValue);
            _nextUtc[place] = nowUtc + wait;
        }
    }

    /// <summary>Notes that bars are not under way any more, as if they had not been asked for.</summary>
    public void Returned(long first, long last)
    {
        for (long number = first; number <= last; number++)
        {
            _nextUtc[Place(number)] = default;
        }
    }

    /// <summary>Notes that there was no answer and when to ask again.</summary>
    public void Failed(long first, long last, DateTime againUtc)
    {
        for (long number = first; number <= last; number++)
        {
            int place = Place(number);
            _attempts[place] = (byte)Math.Min(_attempts[place] + 1, byte.MaxValue);
            _nextUtc[place] = againUtc;
        }
    }

    // As long again as the bar is old: a bar that a venue does not have costs about ten requests.
    private static TimeSpan RecentWait(TimeSpan age)
    {
        TimeSpan wait = age >= Patience ? age : age / 2 < LongestPatientWait ? age / 2 : LongestPatientWait;
        return wait > ShortestWait ? wait : ShortestWait;
    }

    private int Place(long number)
    {
        int place = (int)(number % _numbers.Length);
        if (_numbers[place] != number)
        {
            _numbers[place] = number;
            _nextUtc[place] = default;
            _attempts[place] = 0;
        }

        return place;
    }
}
