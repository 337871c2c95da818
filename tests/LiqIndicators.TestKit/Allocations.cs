namespace LiqIndicators.TestKit;

/// <summary>Counts the bytes that code allocates on this thread.</summary>
/// <remarks>
/// The runtime allocates now and then for itself, as when it compiles a method again, and that counts to whatever thread it
/// happens on. The same work is therefore counted several times over and the least is taken: what happens once falls out,
/// what the work itself allocates is in every count.
/// </remarks>
public static class Allocations
{
    private const int Windows = 5;

    /// <summary>The least that one of several runs of some work allocated; bytes.</summary>
    /// <param name="work">The work, already warm; it runs five times.</param>
    public static long Of(Action work) => Of(0, Windows, _ => work());

    /// <summary>The least that one of five stretches of a series allocated; bytes.</summary>
    /// <param name="first">Index of the first step, with what is before it already done.</param>
    /// <param name="end">Index after the last step; at least five steps on, the remainder of five at the end is counted in no stretch.</param>
    /// <param name="step">Takes one step of the series; every index is given once and in order.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than five steps.</exception>
    public static long Of(int first, int end, Action<int> step)
    {
        int length = (end - first) / Windows;
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1, nameof(end));
        long least = long.MaxValue;
        int next = first;
        for (int window = 0; window < Windows; window++)
        {
            long before = Counted;
            for (int stop = next + length; next < stop; next++)
            {
                step(next);
            }

            least = Math.Min(least, Counted - before);
        }

        for (; next < end; next++)
        {
            step(next);
        }

        return least;
    }

    /// <summary>What a single run allocated, the runtime's own share included: for bounds with room to spare; bytes.</summary>
    /// <param name="work">The work; it runs once.</param>
    public static long Once(Action work)
    {
        long before = Counted;
        work();
        return Counted - before;
    }

    private static long Counted => GC.GetAllocatedBytesForCurrentThread();
}
