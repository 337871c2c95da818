using LiqIndicators.FakeExchange.Virtual;
using LiqIndicators.Sessions.Feeds.Cache;

namespace LiqIndicators.Sessions.Tests.Feeds.Cache;

public sealed class BoundedBlobsTests
{
    [Fact]
    public void Write_BeyondTheRoom_DropsWhatWasWrittenLongestAgo()
    {
        MemoryBlobs inner = new();
        BoundedBlobs blobs = new(inner, 100);
        blobs.Write("a", new string('a', 40));
        blobs.Write("b", new string('b', 40));
        blobs.Write("a", new string('c', 40));
        blobs.Write("d", new string('d', 30));

        Assert.Null(blobs.Read("b"));
        Assert.Equal(new string('c', 40), blobs.Read("a"));
        Assert.Equal(30, blobs.Read("d")!.Length);
        Assert.Equal(["LIQ index", "a", "d"], inner.Texts.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Write_LargerThanTheRoom_IsNotKept()
    {
        BoundedBlobs blobs = new(new MemoryBlobs(), 100);
        blobs.Write("a", new string('a', 40));
        blobs.Write("b", new string('b', 40));
        blobs.Write("b", new string('b', 101));

        Assert.Null(blobs.Read("b"));
        Assert.Equal(40, blobs.Read("a")!.Length);
    }

    [Fact]
    public void Write_AfterARestartOrADamagedIndex_GoesOn()
    {
        MemoryBlobs inner = new();
        new BoundedBlobs(inner, 100).Write("a", new string('a', 60));
        new BoundedBlobs(inner, 100).Write("b", new string('b', 60));
        Assert.Null(inner.Read("a"));

        inner.Texts["LIQ index"] = "nonsense\nb\tmany";
        new BoundedBlobs(inner, 100).Write("c", new string('c', 60));
        Assert.Equal(60, inner.Read("c")!.Length);
    }
}
