namespace LiqIndicators.Analytics.Guarding;

/// <summary>A tradable symbol at one moment: its rules and its prices.</summary>
/// <param name="Name">Name at the broker; positions, orders and risks refer to it.</param>
/// <param name="VolumeMin">Smallest tradable volume; units, &gt; 0.</param>
/// <param name="VolumeStep">Step between tradable volumes; units, &gt; 0.</param>
/// <param name="VolumeMax">Largest volume of one order; units; NaN or 0 when not told.</param>
/// <param name="Bid">Quote currency per unit; NaN or 0 when there is no price.</param>
/// <param name="Ask">Quote currency per unit; NaN or 0 when there is no price.</param>
/// <param name="QuoteToDeposit">Deposit currency per quote currency, contract multiplier included; NaN when not known.</param>
/// <param name="DepositToUsd">US dollars per deposit currency; NaN when not known.</param>
/// <param name="Tiers">Dynamic leverage; empty when the symbol has none.</param>
/// <param name="PriceDigits">Decimals of a price; in [0, 15].</param>
/// <param name="MinStopDistance">Smallest distance of a stop from the market; quote currency per unit, &gt;= 0.</param>
/// <param name="IsMarketOpen">Whether orders are accepted now.</param>
public readonly record struct SymbolState(
    string Name,
    double VolumeMin,
    double VolumeStep,
    double VolumeMax,
    double Bid,
    double Ask,
    double QuoteToDeposit,
    double DepositToUsd,
    IReadOnlyList<LeverageTier> Tiers,
    int PriceDigits,
    double MinStopDistance,
    bool IsMarketOpen)
{
    /// <summary>Middle of bid and ask; quote currency per unit; NaN when either is missing.</summary>
    public double MidPrice => Bid > 0 && Ask > 0 ? (Bid + Ask) / 2 : double.NaN;

    /// <summary>Ask less bid over their middle; basis points; NaN when either is missing.</summary>
    public double SpreadBps => 10_000 * (Ask - Bid) / MidPrice;
}
