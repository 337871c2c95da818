using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Scoring.Map.Rules;

/// <summary>
/// Rules of the textbook family: rises of open interest are deposited at fixed distances from the bar's average price, all
/// mass fades, and what price crosses is emptied. Nothing keeps the map's mass at the open interest.
/// </summary>
internal sealed class EntryLevelsRule : IMapRule
{
    private const double CellLogWidth = 0.001;
    private const double HalfLifeHours = 168;

    private readonly EntryLevels _levels;
    private readonly double _restruckPerHour;
    private readonly bool _emptiesLast;
    private readonly LogPriceCells _longs = new(CellLogWidth);
    private readonly LogPriceCells _shorts = new(CellLogWidth);
    private double _openInterest = double.NaN;

    /// <summary>A rule.</summary>
    /// <param name="name">What it is called in reports.</param>
    /// <param name="levels">Where new positions are liquidated.</param>
    /// <param name="restruckPerHour">Share of the open interest deposited anew every hour.</param>
    /// <param name="emptiesLast">Whether crossed cells are emptied after the deposit, and not before all else.</param>
    public EntryLevelsRule(string name, EntryLevels levels, double restruckPerHour, bool emptiesLast)
    {
        Name = name;
        _levels = levels;
        _restruckPerHour = restruckPerHour;
        _emptiesLast = emptiesLast;
    }

    public string Name { get; }

    public string? Lacks => double.IsNaN(_openInterest) ? "open interest" : null;

    public double QuantityBetween(PositionSide side, double lowPrice, double highPrice) =>
        (side == PositionSide.Long ? _longs : _shorts).Between(lowPrice, highPrice);

    public void Update(in MarketBar bar)
    {
        if (!_emptiesLast)
        {
            Empty(bar);
        }

        if (bar.OpenInterestQuantity >= 0)
        {
            Turn(bar);
        }

        if (_emptiesLast)
        {
            Empty(bar);
        }
    }

    private void Turn(in MarketBar bar)
    {
        double openInterest = bar.OpenInterestQuantity;
        double before = double.IsNaN(_openInterest) ? openInterest : _openInterest;
        double kept = Math.Pow(0.5, 1 / HalfLifeHours) * (openInterest < before ? openInterest / before : 1);
        double opened = Math.Max(0, openInterest - before) + (_restruckPerHour * openInterest);
        double price = (bar.Open + bar.High + bar.Low + bar.Close) / 4;
        _longs.Scale(kept);
        _shorts.Scale(kept);
        _levels.Deposit(PositionSide.Long, price, opened, _longs);
        _levels.Deposit(PositionSide.Short, price, opened, _shorts);
        _openInterest = openInterest;
    }

    private void Empty(in MarketBar bar)
    {
        _longs.Empty(bar.Low, bar.High);
        _shorts.Empty(bar.Low, bar.High);
    }
}
