using cAlgo.API;

namespace LiqIndicators.Terminal.Trading;

/// <summary>What the broker says about a symbol; the defaults are those of a small bitcoin CFD.</summary>
public sealed record SymbolSpecification
{
    /// <summary>Name, as the broker writes it.</summary>
    public required string Name { get; init; }

    /// <summary>Free text about the symbol.</summary>
    public string Description { get; init; } = "";

    /// <summary>Name of the asset that is traded.</summary>
    public string BaseAsset { get; init; } = "BTC";

    /// <summary>Name of the asset that prices are in.</summary>
    public string QuoteAsset { get; init; } = "USD";

    /// <summary>Decimals of a price.</summary>
    public int Digits { get; init; } = 2;

    /// <summary>Least step of a price; quote currency.</summary>
    public double TickSize { get; init; } = 0.01;

    /// <summary>One pip; quote currency.</summary>
    public double PipSize { get; init; } = 1;

    /// <summary>Ask less bid of replayed prices; quote currency; at least 0.</summary>
    public double Spread { get; init; }

    /// <summary>How much worse than bid or ask market orders are filled; basis points; at least 0.</summary>
    public double SlippageBps { get; init; }

    /// <summary>Commission of each fill, opening and closing alike, in the unit of <see cref="CommissionType"/>; at least 0.</summary>
    public double Commission { get; init; }

    /// <summary>What the commission is counted by.</summary>
    public SymbolCommissionType CommissionType { get; init; } = SymbolCommissionType.UsdPerMillionUsdVolume;

    /// <summary>Least distance of a stop loss from the market; pips; at least 0.</summary>
    public double MinStopLossDistance { get; init; }

    /// <summary>Units in one lot.</summary>
    public long LotSize { get; init; } = 1;

    /// <summary>Least volume of an order; units.</summary>
    public double VolumeMin { get; init; } = 0.01;

    /// <summary>Greatest volume of an order; units.</summary>
    public double VolumeMax { get; init; } = 100;

    /// <summary>Step of volumes; units.</summary>
    public double VolumeStep { get; init; } = 0.01;

    /// <summary>Leverage by exposure, from the smallest; empty for the leverage of the account at any exposure.</summary>
    public IReadOnlyList<LeverageStep> DynamicLeverage { get; init; } = [];

    /// <summary>When the market is open; empty for always.</summary>
    public IReadOnlyList<OpenHours> Sessions { get; init; } = [];
}
