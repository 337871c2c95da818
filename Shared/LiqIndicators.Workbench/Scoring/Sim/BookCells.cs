using LiqIndicators.Analytics.Market;
using LiqIndicators.Analytics.Scoring.Map;
using LiqIndicators.Simulation.Truth;

namespace LiqIndicators.Workbench.Scoring.Sim;

/// <summary>Open mass around a price by the liquidation price, in equal cells of log price: longs below, shorts above.</summary>
internal sealed class BookCells
{
    /// <summary>Height of a cell in log price: half a percent, wider than the 0.1% a map tells apart, narrower than a cluster.</summary>
    internal const double CellLogWidth = 0.005;

    /// <summary>How far the cells reach, as a fraction of price.</summary>
    internal const double Reach = 0.2;

    private static readonly int LongCells = (int)Math.Floor(-Math.Log(1 - Reach) / CellLogWidth);
    private static readonly int ShortCells = (int)Math.Floor(Math.Log(1 + Reach) / CellLogWidth);

    private BookCells(double[] longs, double[] shorts, double price, Func<PositionSide, double, double, double> quantity)
    {
        Longs = longs;
        Shorts = shorts;
        Within5 = [quantity(PositionSide.Long, price * 0.95, price), quantity(PositionSide.Short, price, price * 1.05)];
        Within10 = [quantity(PositionSide.Long, price * 0.9, price), quantity(PositionSide.Short, price, price * 1.1)];
    }

    /// <summary>Longs from the price downward; base units.</summary>
    internal double[] Longs { get; }

    /// <summary>Shorts from the price upward; base units.</summary>
    internal double[] Shorts { get; }

    /// <summary>Mass of longs and of shorts within 5% of price; base units.</summary>
    internal double[] Within5 { get; }

    /// <summary>Mass of longs and of shorts within 10% of price; base units.</summary>
    internal double[] Within10 { get; }

    /// <summary>What a rule believes.</summary>
    internal static BookCells Of(IMapRule rule, double price)
    {
        Func<PositionSide, double, double, double> quantity = rule.QuantityBetween;
        double[] longs = new double[LongCells];
        double[] shorts = new double[ShortCells];
        for (int i = 0; i < longs.Length; i++)
        {
            longs[i] = quantity(PositionSide.Long, price * Math.Exp(-(i + 1) * CellLogWidth), price * Math.Exp(-i * CellLogWidth));
        }

        for (int i = 0; i < shorts.Length; i++)
        {
            shorts[i] = quantity(PositionSide.Short, price * Math.Exp(i * CellLogWidth), price * Math.Exp((i + 1) * CellLogWidth));
        }

        return new BookCells(longs, shorts, price, quantity);
    }

    /// <summary>What is.</summary>
    internal static BookCells Of(TruthSnapshot truth)
    {
        double[] longs = new double[LongCells];
        double[] shorts = new double[ShortCells];
        foreach (TruthBucket bucket in truth.Buckets)
        {
            double distance = Math.Log(bucket.LiquidationPrice / truth.Price);
            double outward = (bucket.Side == PositionSide.Long ? -distance : distance) / CellLogWidth;
            double[] cells = bucket.Side == PositionSide.Long ? longs : shorts;
            if (outward >= 0 && outward < cells.Length)
            {
                cells[(int)outward] += bucket.Quantity;
            }
        }

        return new BookCells(longs, shorts, truth.Price, truth.OpenQuantity);
    }
}
