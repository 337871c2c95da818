using LiqIndicators.Analytics.Guarding;

namespace LiqIndicators.Sessions.Guarding;

/// <summary>Notices when somebody else does exactly what this session planned: most likely a second instance of it.</summary>
/// <remarks>
/// Shared storage may fail to show the other instance; its orders cannot hide. One partial cut of the very volume
/// planned may be chance, two within a while are not. Whole closes are not counted: users and stops do them too.
/// </remarks>
public sealed class TwinWatch
{
    private const int Enough = 2;

    private readonly TimeSpan _window;
    private IReadOnlyList<GuardAction> _plan = [];
    private DateTime _firstUtc;
    private int _count;

    /// <summary>Keeps the time within which two coincidences must fall.</summary>
    public TwinWatch(TimeSpan window) => _window = window;

    /// <summary>Remembers what was planned and not sent.</summary>
    public void Expect(IReadOnlyList<GuardAction> plan) => _plan = plan;

    /// <summary>Compares what was planned with the account.</summary>
    /// <param name="snapshot">The account now.</param>
    /// <param name="nowUtc">UTC.</param>
    /// <returns>Whether a second instance is at work.</returns>
    public bool Look(GuardSnapshot snapshot, DateTime nowUtc)
    {
        bool isTwin = false;
        for (int i = 0; i < _plan.Count; i++)
        {
            GuardAction action = _plan[i];
            int p = action.Kind == GuardActionKind.Reduce ? snapshot.IndexOfPosition(action.Id) : -1;
            if (p >= 0 && IsSame(action.VolumeNow - snapshot.Positions[p].Volume, action.Volume))
            {
                isTwin |= Count(nowUtc);
            }
        }

        return isTwin;
    }

    /// <summary>Looks at an own cut that turned out twice as deep.</summary>
    /// <returns>Whether a second instance is at work.</returns>
    public bool LookAtOwn(Flight flight, double drop, DateTime nowUtc) =>
        flight.Volume < flight.VolumeBefore && IsSame(drop, 2 * flight.Volume) && Count(nowUtc);

    private static bool IsSame(double a, double b) => Math.Abs(a - b) <= b * 1e-9;

    private bool Count(DateTime nowUtc)
    {
        if (_count == 0 || nowUtc - _firstUtc > _window)
        {
            _count = 0;
            _firstUtc = nowUtc;
        }

        _count++;
        if (_count < Enough)
        {
            return false;
        }

        _count = 0;
        return true;
    }
}
