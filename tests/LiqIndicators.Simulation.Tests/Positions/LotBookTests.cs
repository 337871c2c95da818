using CsCheck;
using LiqIndicators.Analytics.Market;
using LiqIndicators.Simulation.Margin;
using LiqIndicators.Simulation.Positions;

namespace LiqIndicators.Simulation.Tests.Positions;

public sealed class LotBookTests
{
    private const double Entry = 50_000;
    private static readonly MarginTierTable Brackets = MarginTierTable.Build(1, 1);

    // Flat 0.4% bracket: a long with margins of 10% to 20% has its liquidation prices from 50,000 x 0.9 / 0.996 down to
    // 50,000 x 0.8 / 0.996; at 42,500 the price has eaten log(45180.72 / 42500) of log(45180.72 / 40160.64).
    [Fact]
    public void Liquidate_PriceWithinALot_TakesTheNearPart()
    {
        LotBook book = new(PositionSide.Long, 1, Entry, Brackets);
        book.Open(0, 8, Entry, 0.1, 0.2, 0.01, double.NaN);
        double near = Entry * 0.9 / 0.996;
        double far = Entry * 0.8 / 0.996;
        Assert.Equal(0, book.Liquidate(near + 1));
        double liquidated = book.Liquidate(42_500);
        Assert.Equal(8 * Math.Log(near / 42_500) / Math.Log(near / far), liquidated, tolerance: 1e-6);
        Assert.Equal(8 - liquidated, book.TotalQuantity(), tolerance: 1e-9);
        Assert.Equal(0, book.Liquidate(42_500));
        Assert.Equal(8 - liquidated, book.Liquidate(far), tolerance: 1e-9);
        Assert.Equal(0, book.TotalQuantity());
    }

    [Fact]
    public void StopOut_StopHalfwayToLiquidation_ClosesBeforeIt()
    {
        LotBook book = new(PositionSide.Short, 1, Entry, Brackets);
        book.Open(0, 3, Entry, 0.1, 0.2, 0.01, 0.5);
        double near = Entry * 1.1 / 1.004;
        double stop = Entry + (0.5 * (near - Entry));
        Assert.Equal(0, book.StopOut(stop - 0.01));
        Assert.Equal(3, book.StopOut(stop + 0.01), tolerance: 1e-12);
        Assert.Equal(0, book.Liquidate(10 * Entry));
    }

    [Fact]
    public void TopUp_MarginAdded_MovesLiquidationAway()
    {
        LotBook book = new(PositionSide.Long, 1, Entry, Brackets);
        book.Open(0, 1, Entry, 0.1, 0.1, 0.01, double.NaN);
        book.TopUp(0, 0.1);
        Assert.Equal(0, book.Liquidate(Entry * 0.85));
        Assert.Equal(1, book.Liquidate(Entry * 0.8), tolerance: 1e-12);
    }

    // Slow definition: after the price has been somewhere, nobody may be left below maintenance, and mass only moves
    // from open to closed, stopped or liquidated.
    [Fact]
    public void Liquidate_AnyPath_LeavesNobodyBelowMaintenanceAndLosesNothing() => Gen.Select(
        Gen.Bool, Gen.Double[-0.05, 0.05].Array[30], Gen.Double[1.1, 90].Array[30], Gen.Double[0, 1].Array[30])
        .Sample(CheckPath, iter: 300);

    private static void CheckPath(bool isLong, double[] returns, double[] leverages, double[] traits)
    {
        PositionSide side = isLong ? PositionSide.Long : PositionSide.Short;
        LotBook book = new(side, 2, Entry, Brackets);
        double price = Entry;
        double opened = 0;
        double ended = 0;
        for (int i = 0; i < returns.Length; i++)
        {
            double margin = Math.Min(0.9, 1 / leverages[i]);
            double stop = traits[i] > 0.5 ? traits[i] : double.NaN;
            book.Open(i % 2, 1 + traits[i], price, margin, Math.Min(LotBook.LargestMargin, margin * 1.5), 1_000 / price, stop);
            opened += 1 + traits[i];
            ended += book.CloseShareOfGroup(i % 2, 0.1 * traits[i]);
            price *= Math.Exp(returns[i]);
            ended += book.Liquidate(price) + book.StopOut(price);
            for (int lot = 0; lot < book.UsedLots; lot++)
            {
                if (book.Quantity(lot) > 0)
                {
                    double quantity = book.PositionQuantity(lot);
                    double posted = book.NearMargin(lot) * book.EntryPrice(lot) * quantity;
                    double left = IsolatedMargin.Excess(side, book.EntryPrice(lot), quantity, posted, price, Brackets);
                    Assert.True(left >= -1e-9, $"{left} below maintenance at {price}");
                }
            }
        }

        Assert.Equal(opened, ended + book.TotalQuantity(), tolerance: 1e-9);
        book.RecountGroups();
        Assert.Equal(opened, ended + book.TotalQuantity(), tolerance: 1e-9);
    }
}
