namespace LiqIndicators.Workbench.Scoring.Guard;

/// <summary>A price on the way through a minute.</summary>
/// <param name="TimeUtc">UTC.</param>
/// <param name="Price">Middle of the quote; quote currency per unit.</param>
/// <param name="IsWorthALook">Whether the price has gone on far enough for a policy to look before the close.</param>
internal readonly record struct PricePoint(DateTime TimeUtc, double Price, bool IsWorthALook);

/// <summary>The way of the price through a minute of which its ends and its extremes are known.</summary>
/// <remarks>
/// From the close before to the extreme away from the close, to the other extreme, to the close; evenly in time over the
/// distance. A quiet minute is its extremes and its close. A wild one is cut into steps: a fall of 3% in a minute is a
/// fall of 0.1% every two seconds, in which a broker stops out and a guard acts, not one gap.
/// </remarks>
internal static class PricePath
{
    /// <summary>Longest step of a wild minute, as a fraction of price.</summary>
    internal const double Step = 0.001;

    /// <summary>Writes the way.</summary>
    /// <param name="before">Close of the minute before; quote currency per unit.</param>
    /// <param name="minute">The minute.</param>
    /// <param name="path">Cleared and filled; its last point is the close.</param>
    internal static void Of(double before, in EpisodeMinute minute, List<PricePoint> path)
    {
        path.Clear();
        bool isFall = minute.Close < before;
        double first = isFall ? minute.High : minute.Low;
        double second = isFall ? minute.Low : minute.High;
        double whole = Math.Abs(first - before) + Math.Abs(second - first) + Math.Abs(minute.Close - second);
        DateTime startUtc = minute.CloseUtc.AddMinutes(-1);
        double gone = 0;
        Leg(before, first);
        Leg(first, second);
        Leg(second, minute.Close);
        path.Add(new PricePoint(minute.CloseUtc, minute.Close, IsWorthALook: true));

        void Leg(double from, double to)
        {
            double length = Math.Abs(to - from);
            int steps = (int)Math.Ceiling(length / (Step * from));
            for (int i = 1; i <= steps; i++)
            {
                double at = length * i / steps;
                path.Add(new PricePoint(
                    startUtc.AddMinutes((gone + at) / whole),
                    i == steps ? to : from + ((to - from) * i / steps),
                    steps > 1));
            }

            gone += length;
        }
    }
}
