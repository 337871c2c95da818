namespace LiqIndicators.MarketData.Instruments;

/// <summary>What a contract's amount is fixed in.</summary>
public enum ContractKind
{
    /// <summary>A fixed number of base units; margined in the quote currency.</summary>
    Linear,

    /// <summary>A fixed amount of quote currency; margined in the base asset.</summary>
    Inverse,
}
