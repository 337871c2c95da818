using LiqIndicators.Analytics.Market;
using MathNet.Numerics.Distributions;

namespace LiqIndicators.Analytics.Tests.Scoring.Map;

/// <summary>The published rules as lists of single deposits, each followed by itself: slow, and without any grid arithmetic shared with the product.</summary>
internal sealed class SlowRules
{
    private const double Width = 0.001;
    private readonly List<Deposit> _longs = new();
    private readonly List<Deposit> _shorts = new();
    private double _openInterest = double.NaN;

    internal static int Cell(double price) => (int)Math.Floor(Math.Log(price) / Width);

    /// <summary>Mass of the cells that two prices lie in and all between.</summary>
    internal double Whole(PositionSide side, double low, double high) =>
        Of(side).Where(d => d.Cell >= Cell(low) && d.Cell <= Cell(high)).Sum(d => d.Quantity);

    /// <summary>Mass between two prices, cells at the ends by their part.</summary>
    internal double Partial(PositionSide side, double low, double high)
    {
        double sum = 0;
        foreach (Deposit deposit in Of(side))
        {
            double from = Math.Max(Math.Log(low), deposit.Cell * Width);
            double to = Math.Min(Math.Log(high), (deposit.Cell + 1) * Width);
            sum += to > from ? deposit.Quantity * (to - from) / Width : 0;
        }

        return sum;
    }

    /// <summary>One bar of the conserving rule.</summary>
    internal void Conserve(in MarketBar bar, double median, double keep)
    {
        int low = Cell(bar.Low);
        int high = Cell(bar.High);
        _longs.RemoveAll(d => d.Cell >= low);
        _shorts.RemoveAll(d => d.Cell <= high);
        int entry = Cell((bar.High + bar.Low + bar.Close) / 3);
        double reach = Normal.CDF(0, 1, Math.Log(1.6 / median));
        foreach ((List<Deposit> side, int sign) in new[] { (_longs, -1), (_shorts, 1) })
        {
            double total = side.Sum(d => d.Quantity);
            double kept = Math.Min(keep * total, bar.OpenInterestQuantity);
            Scale(side, total > 0 ? kept / total : 0);
            for (int j = 1; j <= 1600; j++)
            {
                double nearer = j == 1 ? 0 : Normal.CDF(0, 1, Math.Log((j - 1) * Width / median));
                double share = (Normal.CDF(0, 1, Math.Log(j * Width / median)) - nearer) / reach;
                side.Add(new Deposit(entry + (sign * j), (bar.OpenInterestQuantity - kept) * share));
            }

            Collect(side);
        }
    }

    /// <summary>One bar of the textbook rule: scaled, deposited, then emptied.</summary>
    internal void Textbook(in MarketBar bar)
    {
        (double Leverage, double Share)[] mix = { (5, 0.15), (10, 0.3), (25, 0.25), (50, 0.2), (100, 0.1) };
        Fade(bar);
        double opened = Math.Max(0, bar.OpenInterestQuantity - Before(bar));
        double price = (bar.Open + bar.High + bar.Low + bar.Close) / 4;
        foreach ((double leverage, double share) in mix)
        {
            _longs.Add(new Deposit(Cell(price * (1 - (1 / leverage)) / 0.996), opened * share));
            _shorts.Add(new Deposit(Cell(price * (1 + (1 / leverage)) / 1.004), opened * share));
        }

        Empty(bar);
        _openInterest = bar.OpenInterestQuantity;
    }

    /// <summary>One bar of the log-normal rule: emptied, scaled, then deposited.</summary>
    internal void LogNormalLevels(in MarketBar bar)
    {
        Empty(bar);
        Fade(bar);
        double opened = Math.Max(0, bar.OpenInterestQuantity - Before(bar)) + (0.01 * bar.OpenInterestQuantity);
        double price = (bar.Open + bar.High + bar.Low + bar.Close) / 4;
        for (int i = 1; i <= 40; i++)
        {
            double distance = 0.04 * Math.Exp(Normal.InvCDF(0, 1, i / 41.0));
            _longs.Add(new Deposit(Cell(price * (1 - distance)), opened / 40));
            _shorts.Add(new Deposit(Cell(price * (1 + distance)), opened / 40));
        }

        _openInterest = bar.OpenInterestQuantity;
    }

    private static void Scale(List<Deposit> side, double factor)
    {
        for (int i = 0; i < side.Count; i++)
        {
            side[i] = side[i] with { Quantity = side[i].Quantity * factor };
        }
    }

    private static void Collect(List<Deposit> side)
    {
        List<Deposit> cells = side.GroupBy(d => d.Cell).Select(cell => new Deposit(cell.Key, cell.Sum(d => d.Quantity))).ToList();
        side.Clear();
        side.AddRange(cells);
    }

    private List<Deposit> Of(PositionSide side) => side == PositionSide.Long ? _longs : _shorts;

    private double Before(in MarketBar bar) => double.IsNaN(_openInterest) ? bar.OpenInterestQuantity : _openInterest;

    private void Fade(in MarketBar bar)
    {
        double factor = Math.Pow(0.5, 1.0 / 168) * Math.Min(1, bar.OpenInterestQuantity / Before(bar));
        Scale(_longs, factor);
        Scale(_shorts, factor);
    }

    private void Empty(in MarketBar bar)
    {
        int low = Cell(bar.Low);
        int high = Cell(bar.High);
        _longs.RemoveAll(d => d.Cell >= low && d.Cell <= high);
        _shorts.RemoveAll(d => d.Cell >= low && d.Cell <= high);
    }

    private readonly record struct Deposit(int Cell, double Quantity);
}
