using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Workbench.Replay;

/// <summary>A moment of a recording worth a picture.</summary>
/// <param name="Name">Short, usable in a file name.</param>
/// <param name="AtUtc">When the picture is taken; UTC.</param>
internal sealed record ReplayMoment(string Name, DateTime AtUtc);

/// <summary>Chooses the moments: before the deepest fall, at its bottom, and the end.</summary>
internal static class ReplayMoments
{
    // A fall is measured from the highest close within this time before it.
    private static readonly TimeSpan FallTime = TimeSpan.FromDays(7);

    internal static IReadOnlyList<ReplayMoment> Choose(IReadOnlyList<MarketBar> bars, TimeSpan barLength)
    {
        (int top, int bottom) = DeepestFall(bars);
        List<ReplayMoment> moments = [];
        if (top < bottom)
        {
            moments.Add(new("before-fall", bars[top].TimeUtc + barLength));
            moments.Add(new("after-fall", bars[bottom].TimeUtc + barLength));
        }

        DateTime endUtc = bars[^1].TimeUtc + barLength;
        moments.RemoveAll(moment => moment.AtUtc == endUtc);
        moments.Add(new("end", endUtc));
        return moments;
    }

    /// <summary>Positions of the highest close and of the lowest low after it with the largest relative fall between them.</summary>
    private static (int Top, int Bottom) DeepestFall(IReadOnlyList<MarketBar> bars)
    {
        (int Top, int Bottom, double Depth) deepest = (0, 0, 0);
        LinkedList<int> tops = [];
        for (int i = 0; i < bars.Count; i++)
        {
            while (tops.First is not null && bars[tops.First.Value].TimeUtc < bars[i].TimeUtc - FallTime)
            {
                tops.RemoveFirst();
            }

            if (tops.First is not null)
            {
                double depth = 1 - (bars[i].Low / bars[tops.First.Value].Close);
                deepest = depth > deepest.Depth ? (tops.First.Value, i, depth) : deepest;
            }

            while (tops.Last is not null && bars[tops.Last.Value].Close <= bars[i].Close)
            {
                tops.RemoveLast();
            }

            tops.AddLast(i);
        }

        return (deepest.Top, deepest.Bottom);
    }
}
