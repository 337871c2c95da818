namespace LiqIndicators.Analytics.Liquidation;

/// <summary>The price of a bar that stands for the entries made in it.</summary>
public enum DepositPrice
{
    /// <summary><c>(high + low + close) / 3</c>.</summary>
    Typical,

    /// <summary><c>(open + high + low + close) / 4</c>.</summary>
    Average,

    /// <summary>The close.</summary>
    Close,
}
