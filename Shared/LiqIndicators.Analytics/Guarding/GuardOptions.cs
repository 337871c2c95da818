using System.Globalization;

namespace LiqIndicators.Analytics.Guarding;

/// <summary>Settings of the policy. A policy checks them once, when it is made.</summary>
public sealed class GuardOptions
{
    /// <summary>Risk to highest leverage; null runs the backstop and the loss limits alone.</summary>
    public LeverageLadder? Ladder { get; init; }

    /// <summary>Leverage above the limit that is tolerated before a cut; percent of the limit, &gt;= 0. A cut then goes down to the limit.</summary>
    public double TolerancePct { get; init; } = 5;

    /// <summary>Oldest market data behind a risk that still counts; &gt; 0. The default leaves room for bars of five minutes of which one is missing.</summary>
    public TimeSpan MaxRiskAge { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Lowest quality of a risk that still counts; in [0, 1].</summary>
    public double MinRiskQuality { get; init; } = 0.5;

    /// <summary>Margin level that triggers the backstop, as a multiple of the stop-out level; &gt; 1, or NaN for no backstop.</summary>
    public double BackstopFactor { get; init; } = 2;

    /// <summary>Margin level at which the backstop ends, as a multiple of the stop-out level; above <see cref="BackstopFactor"/>.</summary>
    public double BackstopReleaseFactor { get; init; } = 2.5;

    /// <summary>Stop-out level taken when the platform tells none; percent, &gt; 0.</summary>
    public double AssumedStopOutLevelPct { get; init; } = 50;

    /// <summary>Loss since the start of the day that ends trading for the day; percent of the equity then, in (0, 100]; NaN for none.</summary>
    public double DailyLossLimitPct { get; init; } = double.NaN;

    /// <summary>Hour of the day, UTC, at which the trading day starts; in [0, 23].</summary>
    public int DayStartHourUtc { get; init; }

    /// <summary>Equity below which exposure is taken off; deposit currency; NaN for none.</summary>
    public double EquityFloor { get; init; } = double.NaN;

    /// <summary>Exposure of both sides over equity that stays after a loss limit or below the floor; &gt;= 0; 0 closes all.</summary>
    public double LossLimitLeverage { get; init; }

    /// <summary>What the ladder does about too much leverage.</summary>
    public LadderResponse Response { get; init; }

    /// <summary>Distance of a tightened stop from the market; percent of the price, in (0, 100).</summary>
    public double StopDistancePct { get; init; } = 2;

    /// <summary>Which positions are cut first, or at all, by their open result.</summary>
    public ProfitPolicy Profit { get; init; }

    /// <summary>Order of the cuts among positions that are otherwise alike.</summary>
    public CutOrder Order { get; init; }

    /// <summary>Whether pending orders that would add exposure are cancelled while a limit is exceeded or would be by them.</summary>
    public bool CancelsOrders { get; init; } = true;

    /// <summary>Which positions and orders may be touched.</summary>
    public GuardScope Scope { get; init; } = new();

    /// <summary>Checks every setting.</summary>
    /// <exception cref="ArgumentException">A setting is NaN or outside its range; the message names it.</exception>
    internal void Check()
    {
        Guard.NotNegative(TolerancePct);
        Guard.Positive(MaxRiskAge.TotalSeconds, nameof(MaxRiskAge));
        Guard.InRange(MinRiskQuality, 0, 1);
        Guard.Positive(AssumedStopOutLevelPct);
        Guard.InRange(DayStartHourUtc, 0, 23);
        Guard.NotNegative(LossLimitLeverage);
        Require(double.IsNaN(BackstopFactor) || (BackstopFactor > 1 && BackstopFactor <= 1000), nameof(BackstopFactor), BackstopFactor, "in (1, 1000], or NaN for none");
        Require(double.IsNaN(BackstopFactor) || BackstopReleaseFactor > BackstopFactor, nameof(BackstopReleaseFactor), BackstopReleaseFactor, "above BackstopFactor");
        Require(double.IsNaN(DailyLossLimitPct) || (DailyLossLimitPct > 0 && DailyLossLimitPct <= 100), nameof(DailyLossLimitPct), DailyLossLimitPct, "in (0, 100], or NaN for none");
        Require(!double.IsInfinity(EquityFloor), nameof(EquityFloor), EquityFloor, "a finite number, or NaN for none");
        Require(StopDistancePct > 0 && StopDistancePct < 100, nameof(StopDistancePct), StopDistancePct, "in (0, 100)");
    }

    private static void Require(bool isTrue, string name, double value, string expected)
    {
        if (!isTrue)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"{name} is {value}; expected {expected}."), name);
        }
    }
}
