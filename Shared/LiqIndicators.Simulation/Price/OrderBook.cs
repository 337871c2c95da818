namespace LiqIndicators.Simulation.Price;

/// <summary>A book of finite depth that thins under stress: forced orders move the price, part of the move goes back.</summary>
internal sealed class OrderBook
{
    private static readonly double StressKept = Math.Pow(0.5, 1 / MarketParameters.StressHalfLifeMinutes);
    private static readonly double ImpactKept = Math.Pow(0.5, 1 / MarketParameters.ImpactHalfLifeMinutes);
    private readonly double _depth;
    private double _permanentLogPrice;
    private double _temporaryLogPrice;
    private double _stress;

    /// <summary>Starts at a price with a quiet book.</summary>
    /// <param name="price">Quote per base.</param>
    /// <param name="depth">Open interests that move the price by a factor of e while the book is quiet.</param>
    public OrderBook(double price, double depth)
    {
        _depth = depth;
        _permanentLogPrice = Math.Log(price);
        Price = price;
    }

    /// <summary>Last price; quote per base.</summary>
    public double Price { get; private set; }

    /// <summary>How many times thinner than a quiet book.</summary>
    public double Thinning =>
        Math.Min(MarketParameters.LargestThinning, 1 + Math.Max(0, (_stress - 1.5) / 1.5));

    /// <summary>Moves the price by outside news and lets earlier impact go back.</summary>
    /// <param name="logReturn">Exogenous move.</param>
    public void MoveOutside(double logReturn)
    {
        _permanentLogPrice += logReturn;
        _temporaryLogPrice *= ImpactKept;
        SetPrice();
    }

    /// <summary>Executes a market order against the book.</summary>
    /// <param name="openInterestShare">Signed size over open interest; below 0 for a sale.</param>
    public void Execute(double openInterestShare)
    {
        double move = openInterestShare * Thinning / _depth;
        _permanentLogPrice += MarketParameters.PermanentImpactShare * move;
        _temporaryLogPrice += (1 - MarketParameters.PermanentImpactShare) * move;
        SetPrice();
    }

    /// <summary>Remembers how violent the minute was.</summary>
    /// <param name="logReturn">Whole move of the minute.</param>
    /// <param name="minuteVolatility">Ordinary size of a minute's move.</param>
    public void RememberStress(double logReturn, double minuteVolatility)
    {
        double surprise = Math.Abs(logReturn) / minuteVolatility;
        _stress = (StressKept * _stress) + ((1 - StressKept) * surprise);
    }

    private void SetPrice() => Price = Math.Exp(_permanentLogPrice + _temporaryLogPrice);
}
