using System.Globalization;
using LiqIndicators.Analytics.Guarding;

namespace LiqIndicators.Sessions.Guarding;

/// <summary>What a user set, in the units of the inputs; turned into the options of the policy and of the session.</summary>
public sealed record GuardInputs
{
    // The backstop ends a quarter above where it starts.
    private const double ReleaseShare = 1.25;

    private static readonly TimeSpan CustomReleaseDwell = TimeSpan.FromMinutes(15);

    /// <summary>Whether orders are sent.</summary>
    public GuardMode Mode { get; init; }

    /// <summary>Second confirmation, needed to act on a live account.</summary>
    public bool IsLiveConfirmed { get; init; }

    /// <summary>Whether the kill switch is turned on at the start.</summary>
    public bool IsKilled { get; init; }

    /// <summary>The ladder.</summary>
    public GuardPreset Preset { get; init; } = GuardPreset.Balanced;

    /// <summary>Rungs of <see cref="GuardPreset.Custom"/>, parted by commas, each <c>arms/releases/symbol leverage/account leverage</c>.</summary>
    public string CustomRungs { get; init; } = "50/35/5/8, 60/45/3/4, 70/55/1/1.5";

    /// <summary>What the ladder does about too much leverage.</summary>
    public LadderResponse Response { get; init; }

    /// <summary>Distance of a tightened stop; percent of the price.</summary>
    public double StopDistancePct { get; init; } = 2;

    /// <summary>Oldest risk data that still count; minutes.</summary>
    public int MaxRiskAgeMinutes { get; init; } = 15;

    /// <summary>Which positions first, by their result.</summary>
    public ProfitPolicy Profit { get; init; }

    /// <summary>Which positions first, otherwise.</summary>
    public CutOrder Order { get; init; }

    /// <summary>Whether pending orders that would break a limit are cancelled.</summary>
    public bool CancelsOrders { get; init; } = true;

    /// <summary>Margin level that triggers the backstop, as a multiple of the stop-out level; 0 for no backstop.</summary>
    public double BackstopFactor { get; init; } = 2;

    /// <summary>Loss of the day that ends it; percent; 0 for none.</summary>
    public double DailyLossPct { get; init; }

    /// <summary>Equity below which exposure is taken off; deposit currency; 0 for none.</summary>
    public double EquityFloor { get; init; }

    /// <summary>Leverage that a loss limit leaves.</summary>
    public double LossLimitLeverage { get; init; }

    /// <summary>Symbols that may be touched, parted by commas; empty for all.</summary>
    public string Symbols { get; init; } = "";

    /// <summary>Labels that may be touched, parted by commas; empty for all.</summary>
    public string Labels { get; init; } = "";

    /// <summary>Labels that are never touched, parted by commas.</summary>
    public string ProtectedLabels { get; init; } = "";

    /// <summary>Numbers of positions and orders that are never touched, parted by commas.</summary>
    public string ProtectedNumbers { get; init; } = "";

    /// <summary>Orders in 60 minutes.</summary>
    public int MaxOrdersPerHour { get; init; } = 60;

    /// <summary>Exposure closed in 60 minutes; deposit currency; 0 for no cap.</summary>
    public double MaxVolumePerHour { get; init; }

    /// <summary>Widest spread in which the ladder trades; basis points.</summary>
    public double MaxSpreadBps { get; init; } = 20;

    /// <summary>Slippage after which the ladder pauses in a symbol; basis points.</summary>
    public double MaxSlippageBps { get; init; } = 30;

    /// <summary>Settings of the policy.</summary>
    /// <exception cref="ArgumentException">An input is not what was expected; the message names it.</exception>
    public GuardOptions ToPolicy() => new()
    {
        Ladder = Preset switch
        {
            GuardPreset.Conservative => GuardPresets.Conservative,
            GuardPreset.Balanced => GuardPresets.Balanced,
            GuardPreset.Aggressive => GuardPresets.Aggressive,
            GuardPreset.Custom => new LeverageLadder(ReadRungs(CustomRungs), TimeSpan.Zero, CustomReleaseDwell),
            GuardPreset.BackstopOnly => null,
            _ => throw new ArgumentOutOfRangeException(nameof(Preset), Preset, "Unknown preset."),
        },
        MaxRiskAge = TimeSpan.FromMinutes(MaxRiskAgeMinutes),
        BackstopFactor = OffAtZero(BackstopFactor),
        BackstopReleaseFactor = BackstopFactor * ReleaseShare,
        DailyLossLimitPct = OffAtZero(DailyLossPct),
        EquityFloor = OffAtZero(EquityFloor),
        LossLimitLeverage = LossLimitLeverage,
        Response = Response,
        StopDistancePct = StopDistancePct,
        Profit = Profit,
        Order = Order,
        CancelsOrders = CancelsOrders,
        Scope = new GuardScope
        {
            Symbols = Names(Symbols),
            Labels = Names(Labels),
            ProtectedLabels = Names(ProtectedLabels),
            ProtectedIds = Entries(ProtectedNumbers).Select(ReadId).ToHashSet(),
        },
    };

    /// <summary>Settings of the execution.</summary>
    public GuardSessionOptions ToExecution() => new()
    {
        Mode = Mode,
        IsLiveConfirmed = IsLiveConfirmed,
        MaxActionsPerHour = MaxOrdersPerHour,
        MaxNotionalPerHour = MaxVolumePerHour == 0 ? double.PositiveInfinity : MaxVolumePerHour,
        MaxSpreadBps = MaxSpreadBps,
        MaxSlippageBps = MaxSlippageBps,
    };

    private static double OffAtZero(double value) => value == 0 ? double.NaN : value;

    private static string[] Entries(string? text) =>
        (text ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static HashSet<string> Names(string text) => new(Entries(text), StringComparer.Ordinal);

    private static int ReadId(string entry) => int.TryParse(entry, NumberStyles.None, CultureInfo.InvariantCulture, out int id)
        ? id
        : throw new ArgumentException($"Protected numbers: \"{entry}\" is no number of a position; expected whole numbers parted by commas.");

    private static LadderRung[] ReadRungs(string text) => [.. Entries(text).Select(ReadRung)];

    private static LadderRung ReadRung(string entry)
    {
        string[] parts = entry.Split('/', StringSplitOptions.TrimEntries);
        double[] numbers = new double[parts.Length];
        bool isWhole = parts.Length == 4;
        for (int i = 0; i < parts.Length; i++)
        {
            isWhole &= double.TryParse(parts[i], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[i]);
        }

        return isWhole
            ? new LadderRung(numbers[0], numbers[1], numbers[2], numbers[3])
            : throw new ArgumentException(
                $"Custom rungs: \"{entry}\" is no rung; expected arms/releases/symbol leverage/account leverage, such as 50/35/3/4.");
    }
}
