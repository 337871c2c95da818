using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Liquidation;

/// <summary>A map as seen from a price: only mass that is still ahead, longs below and shorts above.</summary>
/// <remarks>
/// Within a forming bar mass between its low and its high has been crossed already, although the map consumes it only when
/// the bar closes; a view leaves it out. Made by <see cref="LiquidationMap.View()"/>; valid until the map's next update.
/// </remarks>
public readonly struct LiquidationView
{
    internal LiquidationView(LiquidationMap map, double price)
        : this(map, price, price, price)
    {
    }

    internal LiquidationView(LiquidationMap map, double price, double low, double high)
    {
        Map = map;
        Low = Guard.Positive(low);
        High = Guard.InRange(high, low, double.MaxValue);
        Price = Guard.InRange(price, low, high);
    }

    /// <summary>The map looked at.</summary>
    public LiquidationMap Map { get; }

    /// <summary>Price that distances are measured from; quote currency per base unit.</summary>
    public double Price { get; }

    /// <summary>Longs count below this price.</summary>
    public double Low { get; }

    /// <summary>Shorts count above this price.</summary>
    public double High { get; }

    /// <summary>Mass of a side ahead and within a fraction of the price; base units.</summary>
    /// <param name="side">Side of the positions.</param>
    /// <param name="fraction">0.05 is 5% of the price; in (0, 1) for longs, &gt; 0 for shorts.</param>
    /// <exception cref="ArgumentOutOfRangeException">The fraction is NaN or outside its range, or the side is unknown.</exception>
    public double QuantityWithin(PositionSide side, double fraction)
    {
        (double from, double to) = Range(side, fraction);
        return from < to ? Map.QuantityBetween(side, from, to) : 0;
    }

    /// <summary>What the mass of a side ahead and within a fraction of the price is worth; quote currency.</summary>
    /// <param name="side">Side of the positions.</param>
    /// <param name="fraction">0.05 is 5% of the price; in (0, 1) for longs, &gt; 0 for shorts.</param>
    /// <exception cref="ArgumentOutOfRangeException">The fraction is NaN or outside its range, or the side is unknown.</exception>
    public double NotionalWithin(PositionSide side, double fraction)
    {
        (double from, double to) = Range(side, fraction);
        return from < to ? Map.NotionalBetween(side, from, to) : 0;
    }

    /// <summary>Prices of a side ahead and within a fraction of the price; empty when the second is not above the first.</summary>
    internal (double From, double To) Range(PositionSide side, double fraction)
    {
        double sign = LiquidationPrice.Sign(side);
        Guard.Positive(fraction);
        Guard.InRange(fraction, 0, sign > 0 ? 1 - 1e-9 : double.MaxValue);
        return sign > 0 ? (Price * (1 - fraction), Low) : (High, Price * (1 + fraction));
    }
}
