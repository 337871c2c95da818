namespace LiqIndicators.Analytics.Liquidation;

/// <summary>A price axis of equal steps in the logarithm: cell <c>k</c> holds prices in <c>[A e^(kG), A e^((k+1)G))</c>.</summary>
/// <remarks>Measured against an anchor of the same market, a cell means the same in any unit of price.</remarks>
public readonly record struct LogPriceGrid
{
    private readonly double _inverseAnchor;
    private readonly double _inverseWidth;

    /// <summary>A grid.</summary>
    /// <param name="anchorPrice">Lower edge of cell 0, <c>A</c>; quote currency per base unit; &gt; 0.</param>
    /// <param name="cellLogWidth">Height of a cell in log price, <c>G</c>; 0.001 is about 0.1%; in [0.00001, 0.1].</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN or outside its range.</exception>
    public LogPriceGrid(double anchorPrice, double cellLogWidth)
    {
        AnchorPrice = Guard.Positive(anchorPrice);
        CellLogWidth = Guard.InRange(cellLogWidth, 0.00001, 0.1);
        _inverseAnchor = 1 / anchorPrice;
        _inverseWidth = 1 / cellLogWidth;
    }

    /// <summary>Lower edge of cell 0; quote currency per base unit.</summary>
    public double AnchorPrice { get; }

    /// <summary>Height of a cell in log price.</summary>
    public double CellLogWidth { get; }

    /// <summary>Cells, with their fraction, from the anchor to a price above 0.</summary>
    public double PositionOf(double price) => Math.Log(price * _inverseAnchor) * _inverseWidth;

    /// <summary>Index of the cell that holds a price above 0.</summary>
    public int CellOf(double price) => (int)Math.Floor(PositionOf(price));

    /// <summary>Price at a position in cells; quote currency per base unit.</summary>
    public double PriceAt(double position) => AnchorPrice * Math.Exp(position * CellLogWidth);

    /// <summary>Lower edge of a cell; quote currency per base unit.</summary>
    public double LowPrice(int cell) => PriceAt(cell);

    /// <summary>Upper edge of a cell, which belongs to the next one; quote currency per base unit.</summary>
    public double HighPrice(int cell) => PriceAt(cell + 1.0);

    /// <summary>Geometric middle of a cell; quote currency per base unit.</summary>
    public double MidPrice(int cell) => PriceAt(cell + 0.5);
}
