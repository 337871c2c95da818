namespace LiqIndicators.Analytics.Liquidation;

/// <summary>The price, or prices, of a bar that stand for the entries made in it.</summary>
public enum DepositPrice
{
    /// <summary><c>(high + low + close) / 3</c>.</summary>
    Typical,

    /// <summary><c>(open + high + low + close) / 4</c>.</summary>
    Average,

    /// <summary>The close.</summary>
    Close,

    /// <summary>A third each at the low, the high and the close: a bar trades over its range, and most at its turns.</summary>
    LowHighClose,
}
