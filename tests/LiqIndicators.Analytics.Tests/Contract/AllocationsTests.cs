using LiqIndicators.TestKit;

namespace LiqIndicators.Analytics.Tests.Contract;

/// <summary>The count that every allocation test rests on sees what a step allocates, and nothing else.</summary>
public sealed class AllocationsTests
{
    private static object? s_kept;

    // An object of no fields takes 24 bytes on a 64-bit machine, a reference 8 of them.
    [Fact]
    public void Of_AnObjectAtEveryStep_CountsEachOfThem()
    {
        Assert.Equal(20 * 3 * IntPtr.Size, Allocations.Of(0, 100, _ => s_kept = new object()));
        Assert.Equal(3 * IntPtr.Size, Allocations.Of(() => s_kept = new object()));
        Assert.NotNull(s_kept);
    }

    [Fact]
    public void Of_AnObjectOnce_CountsNothing() =>
        Assert.Equal(0, Allocations.Of(0, 100, i => s_kept = i == 50 ? new object() : s_kept));

    [Fact]
    public void Of_Series_GivesEveryIndexOnceAndInOrder()
    {
        List<int> given = new(16);
        Allocations.Of(3, 16, given.Add);

        Assert.Equal(Enumerable.Range(3, 13), given);
        Assert.Throws<ArgumentOutOfRangeException>("end", () => Allocations.Of(3, 7, given.Add));
    }
}
