namespace LiqIndicators.Analytics.Liquidation;

/// <summary>What the profit of a contract is counted in.</summary>
public enum ContractForm
{
    /// <summary>Quote currency: profit is linear in the price.</summary>
    Linear,

    /// <summary>Coins: profit is linear in the inverse of the price.</summary>
    Inverse,
}
