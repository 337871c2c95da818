using cAlgo.API.Internals;
using LiqIndicators.Terminal.Brokerage;

namespace LiqIndicators.Terminal.Trading;

/// <summary>The trading account at the start.</summary>
public sealed record AccountOptions
{
    /// <summary>Account number.</summary>
    public int Number { get; init; } = 1;

    /// <summary>Name of the broker.</summary>
    public string BrokerName { get; init; } = "Headless";

    /// <summary>Name of the asset that the account is kept in.</summary>
    public string Currency { get; init; } = "USD";

    /// <summary>Balance; account currency.</summary>
    public double Balance { get; init; } = 10_000;

    /// <summary>Credit of the broker; account currency.</summary>
    public double Credit { get; init; }

    /// <summary>Greatest leverage; dimensionless; &gt; 0.</summary>
    public double Leverage { get; init; } = 100;

    /// <summary>Margin level at which the broker closes positions; percent.</summary>
    public double StopOutLevel { get; init; } = 50;

    /// <summary>What is closed below that level.</summary>
    public StopOutKind StopOut { get; init; }

    /// <summary>Whether real money is at stake.</summary>
    public bool IsLive { get; init; }

    /// <summary>Whether opposite positions of one symbol stay apart.</summary>
    public AccountType AccountType { get; init; } = AccountType.Hedged;

    /// <summary>How the margins of the two sides of a symbol add up.</summary>
    public TotalMarginCalculationType MarginCalculation { get; init; } = TotalMarginCalculationType.Net;

    /// <summary>Which price the exposure behind the margin is counted at.</summary>
    public MarginPricing MarginPricing { get; init; }

    /// <summary>
    /// Whether a partial close also raises <c>Positions.Closed</c>. Not established for the platform, so test both.
    /// </summary>
    public bool PartialCloseRaisesClosed { get; init; }
}
