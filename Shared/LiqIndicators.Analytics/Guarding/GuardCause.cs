namespace LiqIndicators.Analytics.Guarding;

/// <summary>Which rule asks for an action.</summary>
public enum GuardCause
{
    /// <summary>The cascade risk allows less leverage in the symbol than is held.</summary>
    SymbolLadder,

    /// <summary>The cascade risk allows less leverage in the account than is held.</summary>
    AccountLadder,

    /// <summary>The margin level came near the stop-out level.</summary>
    MarginBackstop,

    /// <summary>The loss limit of the day was reached.</summary>
    DailyLoss,

    /// <summary>Equity is below its floor.</summary>
    EquityFloor,
}
