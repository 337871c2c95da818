using LiqIndicators.Sessions.Following;
using LiqIndicators.Sessions.Presentation;

namespace LiqIndicators.Sessions.Tests.Following;

public sealed class PriceOffsetTests
{
    private static readonly DateTime StartUtc = new(2026, 5, 4, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Ratio_LastingOffset_IsAppliedAndSaid()
    {
        PriceOffset offset = new();
        Note(offset, 0, 20, i => 1.0015);

        Assert.Equal(1.0015, offset.Ratio, tolerance: 1e-12);
        Assert.Equal(("+0.15% to broker's price", HudTone.Quiet), (offset.Text, offset.Tone));
    }

    [Fact]
    public void Ratio_Noise_DoesNotMoveIt()
    {
        PriceOffset offset = new();
        Note(offset, 0, 61, i => 1.0015);
        double before = offset.Ratio;
        HashSet<double> seen = [];
        for (int i = 61; i < 600; i++)
        {
            Note(offset, i, 1, _ => 1.0015 + (0.0002 * Math.Sin(i)));
            seen.Add(offset.Ratio);
        }

        Assert.Equal([before], seen);
    }

    [Fact]
    public void AsOf_LaterPairs_ChangeNothingBeforeThem()
    {
        PriceOffset offset = new();
        Note(offset, 0, 100, i => 1.0015);
        double[] before = [.. Enumerable.Range(0, 100).Select(i => offset.AsOf(TimeOf(i)))];
        Note(offset, 100, 100, i => 1.003);

        Assert.Equal(before, Enumerable.Range(0, 100).Select(i => offset.AsOf(TimeOf(i))));
        Assert.Equal(1, offset.AsOf(TimeOf(3)));
        Assert.Equal(1.0015, offset.AsOf(TimeOf(50)), tolerance: 1e-12);
        Assert.Equal(1.003, offset.Ratio, tolerance: 1e-12);
    }

    [Fact]
    public void Text_BrokerOfAnotherThing_SaysThatThePricesDoNotCompare()
    {
        PriceOffset offset = new();
        Note(offset, 0, 61, i => 1 + (0.05 * Math.Sin(i)));

        Assert.Equal(1, offset.Ratio);
        Assert.Equal(HudTone.Warning, offset.Tone);
        Assert.Contains("does not follow", offset.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Ratio_UnitOfAThousand_IsAFactor()
    {
        PriceOffset offset = new();
        Note(offset, 0, 10, i => 0.001);

        Assert.Equal("times 0.001 to broker's price", offset.Text);
    }

    [Fact]
    public void Note_SameOrEarlierTimeOrNoPrice_IsIgnored()
    {
        PriceOffset offset = new();
        Note(offset, 10, 10, i => 1.01);
        offset.Note(TimeOf(19), 500, 100);
        offset.Note(TimeOf(20), double.NaN, 100);
        offset.Note(TimeOf(20), 100, 0);
        Note(offset, 0, 10, i => 2);

        Assert.Equal(1.01, offset.Ratio, tolerance: 1e-12);
        Assert.False(offset.IsIncomparable);
    }

    private static DateTime TimeOf(int number) => StartUtc.AddMinutes(5 * number);

    private static void Note(PriceOffset offset, int first, int count, Func<int, double> ratioOf)
    {
        for (int i = first; i < first + count; i++)
        {
            double price = 60_000 + (1000 * Math.Sin(i / 10.0));
            offset.Note(TimeOf(i), price * ratioOf(i), price);
        }
    }
}
