namespace LiqIndicators.Terminal.Brokerage;

/// <summary>Money paid into the account or out of it.</summary>
/// <param name="TimeUtc">UTC.</param>
/// <param name="Amount">Account currency; &gt; 0 for a deposit, &lt; 0 for a withdrawal.</param>
/// <param name="Balance">Balance after it; account currency.</param>
public sealed record BrokerTransfer(DateTime TimeUtc, double Amount, double Balance);
