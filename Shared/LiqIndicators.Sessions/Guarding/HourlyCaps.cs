namespace LiqIndicators.Sessions.Guarding;

/// <summary>Caps on orders and closed exposure over the last 60 minutes; part of them is kept for urgent cuts.</summary>
public sealed class HourlyCaps
{
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    private readonly GuardSessionOptions _options;

    /// <summary>Keeps the options.</summary>
    public HourlyCaps(GuardSessionOptions options) => _options = options;

    /// <summary>Whether one more order fits.</summary>
    public bool HasAction(List<SentOrder> sent, DateTime nowUtc, bool isUrgent)
    {
        Forget(sent, nowUtc);
        double cap = _options.MaxActionsPerHour * Share(isUrgent);
        return sent.Count + 1 <= (isUrgent ? cap : Math.Max(1, Math.Floor(cap)));
    }

    /// <summary>Exposure that may still be closed; deposit currency, &gt;= 0.</summary>
    public double NotionalLeft(List<SentOrder> sent, DateTime nowUtc, bool isUrgent)
    {
        Forget(sent, nowUtc);
        double used = 0;
        for (int i = 0; i < sent.Count; i++)
        {
            used += sent[i].Notional;
        }

        return Math.Max(0, (_options.MaxNotionalPerHour * Share(isUrgent)) - used);
    }

    private double Share(bool isUrgent) => isUrgent ? 1 : 1 - (Math.Min(99, _options.UrgentReservePct) / 100);

    private static void Forget(List<SentOrder> sent, DateTime nowUtc)
    {
        int old = 0;
        while (old < sent.Count && nowUtc - sent[old].TimeUtc >= Window)
        {
            old++;
        }

        sent.RemoveRange(0, old);
    }
}
