using LiqIndicators.Analytics.Liquidation;
using LiqIndicators.Analytics.Market;
using LiqIndicators.TestKit;

namespace LiqIndicators.Analytics.Tests.Liquidation;

/// <summary>What everything that keeps a liquidation map promises: the map by itself, and those that put several together.</summary>
public abstract class LiquidationBookContract
{
    private static readonly PositionSide[] Sides = [PositionSide.Long, PositionSide.Short];

    /// <summary>A fresh book, always with the same settings.</summary>
    protected abstract ILiquidationBook Create();

    /// <summary>Gives a book the bar with whatever else it is to be told about it.</summary>
    protected virtual void Take(ILiquidationBook book, in MarketBar bar) => book.Take(bar);

    [Fact]
    public void Take_EveryBar_HoldsExactlyTheOpenInterest()
    {
        ILiquidationBook book = Create();
        double openInterest = double.NaN;
        foreach (MarketBar bar in Series(71, 900))
        {
            Take(book, bar);
            bool isMissing = double.IsNaN(bar.OpenInterestQuantity);
            openInterest = isMissing ? openInterest : bar.OpenInterestQuantity;
            foreach (PositionSide side in Sides)
            {
                double sum = Sum(book.Map, side);

                // Without open interest there is never more than was published last.
                Assert.InRange(sum / openInterest, isMissing ? 0 : 1 - 1e-9, 1 + 1e-9);
                Assert.Equal(1, book.Map.OpenQuantity(side) / sum, tolerance: 1e-9);
            }
        }
    }

    [Fact]
    public void Take_EveryBar_AccountsForAllMassOfEachVenue()
    {
        ILiquidationBook book = Create();
        foreach (MarketBar bar in Series(72, 900))
        {
            Take(book, bar);
        }

        foreach (LiquidationMap map in book.VenueMaps)
        {
            Assert.True(map.LongLedger.Consumed > 0 && map.ShortLedger.Restruck > 0);
            AssertBalanced(map.LongLedger, map.OpenQuantity(PositionSide.Long));
            AssertBalanced(map.ShortLedger, map.OpenQuantity(PositionSide.Short));
        }
    }

    [Fact]
    public void Take_LaterBars_ChangeNothingThatTheEarlierMade()
    {
        // Both are fed in turn, so that anything shared between them would show.
        const int split = 400;
        MarketBar[] bars = Series(73, 700);
        MarketBar[] others = [.. bars[..split], .. Series(74, 700)[split..]];
        ILiquidationBook book = Create();
        ILiquidationBook other = Create();
        for (int i = 0; i < bars.Length; i++)
        {
            Take(book, bars[i]);
            Take(other, others[i]);
            if (i == split - 1)
            {
                AssertSame(book.Map, other.Map);
            }
        }

        ILiquidationBook again = Create();
        foreach (MarketBar bar in bars)
        {
            Take(again, bar);
        }

        AssertSame(again.Map, book.Map);
        Assert.NotEqual(book.Map.LastPrice, other.Map.LastPrice);
    }

    [Fact]
    public void Take_BarThatIsRefused_ChangesNothing()
    {
        MarketBar[] bars = Series(75, 600);
        ILiquidationBook book = Create();
        ILiquidationBook undisturbed = Create();
        for (int i = 0; i < bars.Length; i++)
        {
            Take(book, bars[i]);
            Take(undisturbed, bars[i]);
            Assert.Throws<ArgumentOutOfRangeException>(() => Take(book, bars[i]));
            Assert.Throws<ArgumentOutOfRangeException>(() => Take(book, bars[i] with { TimeUtc = bars[i].TimeUtc.AddHours(1), Close = 2 * bars[i].High }));
        }

        AssertSame(undisturbed.Map, book.Map);
    }

    [Fact]
    public void Take_SteadyState_AllocatesNothing()
    {
        ILiquidationBook book = Create();
        MarketBar[] bars = Series(76, 700);
        Take(book, bars[0]);
        Take(book, bars[1]);

        Assert.Equal(0, Allocations.Of(2, bars.Length, i => Take(book, bars[i])));
    }

    [Fact]
    public void Take_YearOfBars_HoldsExactlyTheOpenInterestToTheEnd()
    {
        ILiquidationBook book = Create();
        MarketBar[] bars = RandomMarket.Walk(seed: 77, DeepRun.Count(30_000, 525_600), volatility: 0.0006, volume: 500);
        for (int i = 0; i < bars.Length; i++)
        {
            Take(book, bars[i]);
            if (i % 5_000 != 0 && i != bars.Length - 1)
            {
                continue;
            }

            foreach (PositionSide side in Sides)
            {
                Assert.Equal(1, Sum(book.Map, side) / bars[i].OpenInterestQuantity, tolerance: 1e-9);
                Assert.Equal(1, book.VenueMaps.ToArray().Sum(map => map.OpenQuantity(side)) / bars[i].OpenInterestQuantity, tolerance: 1e-9);
            }
        }

        foreach (LiquidationMap map in book.VenueMaps)
        {
            AssertBalanced(map.LongLedger, map.OpenQuantity(PositionSide.Long));
            AssertBalanced(map.ShortLedger, map.OpenQuantity(PositionSide.Short));
        }
    }

    /// <summary>A walk in millions of coins, with liquidations that grow with the square of the move; open interest is missing for 5 bars of 25.</summary>
    private static MarketBar[] Series(int seed, int count) =>
    [
        .. RandomMarket.Walk(seed, count).Select((bar, i) => bar with
        {
            VolumeQuantity = i % 7 < 5 ? 1e6 * (1 + (i % 11)) : double.NaN,
            OpenInterestQuantity = i % 25 < 20 ? 1e6 * bar.OpenInterestQuantity : double.NaN,
            LiquidatedLongNotional = 1e11 * Math.Pow(1 - (bar.Low / bar.Open), 2),
            LiquidatedShortNotional = 1e11 * Math.Pow((bar.High / bar.Open) - 1, 2),
        }),
    ];

    private static double Sum(LiquidationMap map, PositionSide side)
    {
        double sum = map.OffGridQuantity(side);
        foreach (LiquidationCell cell in map.Cells(side))
        {
            Assert.True(cell.Quantity >= 0);
            sum += cell.Quantity;
        }

        return sum;
    }

    private static void AssertBalanced(in LiquidationFlow flow, double open) =>
        Assert.Equal(1, (open + flow.Consumed + flow.Closed + flow.Restruck) / (flow.Inserted + flow.Adopted), tolerance: 1e-9);

    private static void AssertSame(LiquidationMap expected, LiquidationMap actual)
    {
        LiquidationMapSnapshot first = new();
        LiquidationMapSnapshot second = new();
        first.CopyFrom(expected);
        second.CopyFrom(actual);
        Assert.Equal(first.AsOfUtc, second.AsOfUtc);
        Assert.Equal(first.Price, second.Price);
        foreach (PositionSide side in Sides)
        {
            Assert.Equal(first.FirstCell(side), second.FirstCell(side));
            Assert.True(first.Quantities(side).SequenceEqual(second.Quantities(side)));
            Assert.Equal(expected.OffGridQuantity(side), actual.OffGridQuantity(side));
            Assert.Equal(expected.SeededShare(side), actual.SeededShare(side));
        }
    }
}
